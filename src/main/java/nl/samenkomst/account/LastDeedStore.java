package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** SQL on what was last done to a thing. */
public record LastDeedStore(SqlClient sql) {

    /**
     * What was done last.
     *
     * @param account who did it, by name; empty where nobody's account did
     */
    public record Deed(Optional<String> account, Instant at) {}

    /**
     * The last that the log tells of a thing.
     *
     * @param object the thing's id
     */
    public Future<Optional<Deed>> on(String object) {
        return sql.preparedQuery("""
                select account.name, audit.at
                  from audit
                  left join account on account.id = audit.account_id
                 where audit.object = $1
                 order by audit.id desc
                 limit 1
                """)
                .mapping(row -> new Deed(
                        Optional.ofNullable(row.getString("name")),
                        row.getOffsetDateTime("at").toInstant()))
                .execute(Tuple.of(object))
                .map(rows -> rows.stream().findFirst());
    }
}
