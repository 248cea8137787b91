package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL on what was done with one registration, and which letters went to it: read when somebody looks at that person alone. */
record HistoryStore(SqlClient sql) {

    private static final int MOST = 50;

    /** @param who their name; empty for who is gone, and for a command */
    record Noted(String verb, Optional<String> who, Instant at) {}

    /** @param said the other mail server's words, where it was refused */
    record Letter(String kind, String state, Optional<String> said, Instant at) {}

    /** What staff did, latest first. */
    Future<List<Noted>> noted(UUID organisation, UUID registration) {
        return sql.preparedQuery("""
                select audit.verb, account.name, audit.at
                  from audit
                  left join account on account.id = audit.account_id
                 where audit.object = $2 and audit.organisation_id = $1
                 order by audit.id desc
                 limit $3
                """)
                .mapping(row -> new Noted(
                        row.getString("verb"),
                        Optional.ofNullable(row.getString("name")),
                        row.getOffsetDateTime("at").toInstant()))
                .execute(Tuple.of(organisation, registration.toString(), MOST))
                .map(rows -> rows.stream().toList());
    }

    /** Letters that were not overtaken, latest first; two halves, as each has an index of its own. */
    Future<List<Letter>> letters(List<String> subjects) {
        return sql.preparedQuery("""
                select letter, state, said, at
                  from (select id, letter, 'waiting' as state, said, due_at as at
                          from outbox
                         where subject = any($1) and state in ('waiting', 'claimed')
                         union all
                        select id, letter, state, said, coalesce(sent_at, due_at) as at
                          from outbox
                         where subject = any($1) and state in ('sent', 'refused')) as all_letters
                 order by id desc
                 limit $2
                """)
                .mapping(row -> new Letter(
                        row.getString("letter"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("said")),
                        row.getOffsetDateTime("at").toInstant()))
                .execute(Tuple.of(subjects.toArray(String[]::new), MOST))
                .map(rows -> rows.stream().toList());
    }
}
