package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a transaction has laid in the outbox so far: for who shows it to somebody before it is done. Give it that transaction. */
public record LaidStore(SqlClient sql) {

    /**
     * A letter.
     *
     * @param registration whom it is for, where its ids name one
     */
    public record Laid(String letter, Optional<UUID> registration) {}

    /** In the order they were laid, without those that this transaction itself overtook. */
    public Future<List<Laid>> laid() {
        return sql.query("""
                select letter, (ids ->> 'registration')::uuid as registration
                  from outbox
                 where state = 'waiting' and xmin = pg_current_xact_id()::xid
                 order by id
                """)
                .mapping(row -> new Laid(row.getString("letter"), Optional.ofNullable(row.getUUID("registration"))))
                .execute()
                .map(rows -> rows.stream().toList());
    }
}
