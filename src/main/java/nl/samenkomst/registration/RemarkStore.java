package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Caller;

/** SQL on what staff remember of people: one remark a person, whoever wrote it last. */
record RemarkStore(SqlClient sql) {

    /** A remark; a version grows with each writing. */
    record Remark(String text, long version, Instant at) {}

    Future<Optional<Remark>> find(UUID registration) {
        return sql.preparedQuery("select text, version, at from remark where registration_id = $1")
                .mapping(row -> new Remark(
                        row.getString("text"),
                        row.getLong("version"),
                        row.getOffsetDateTime("at").toInstant()))
                .execute(Tuple.of(registration))
                .map(rows -> rows.stream().findFirst());
    }

    /** Empty words take it away. */
    Future<Void> write(UUID registration, String text, Caller caller, Instant now) {
        return text.isEmpty()
                ? delete(registration)
                : sql.preparedQuery("""
                        insert into remark (registration_id, text, account_id, at)
                        values ($1, $2, $3, $4)
                            on conflict (registration_id) do update
                           set text = excluded.text, account_id = excluded.account_id, at = excluded.at,
                               version = remark.version + 1
                        """)
                        .execute(Tuple.of(registration, text, caller.account().id(), now.atOffset(ZoneOffset.UTC)))
                        .mapEmpty();
    }

    /** Below what is there already. */
    Future<Void> add(UUID registration, String text, Caller caller, Instant now) {
        return find(registration)
                .compose(before -> write(
                        registration,
                        before.map(one -> one.text() + "\n" + text).orElse(text),
                        caller,
                        now));
    }

    Future<Void> delete(UUID registration) {
        return sql.preparedQuery("delete from remark where registration_id = $1")
                .execute(Tuple.of(registration))
                .mapEmpty();
    }
}
