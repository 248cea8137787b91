package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** SQL on what waits to be told of a change, and on what of it is on its way. Give it the transaction of the change. */
record WaitingStore(SqlClient sql) {

    /** Nothing older is said about these subjects any more: the newest of what was overtaken, by subject. */
    Future<Map<String, Overtaken>> overtake(Collection<String> subjects) {
        return sql.preparedQuery("""
                with gone as (
                    update outbox
                       set state = 'superseded'
                     where subject = any($1) and state = 'waiting'
                    returning id, subject, letter, due_at)
                select subject, letter, due_at from gone order by id
                """)
                .execute(Tuple.of(subjects.toArray(String[]::new)))
                .map(rows -> {
                    var overtaken = new HashMap<String, Overtaken>();
                    rows.forEach(row -> overtaken.put(
                            row.getString("subject"),
                            new Overtaken(
                                    row.getString("letter"),
                                    row.getOffsetDateTime("due_at").toInstant())));
                    return overtaken;
                });
    }

    /** Those of these subjects of which a letter is claimed. */
    Future<Set<String>> underWay(Collection<String> subjects) {
        return sql.preparedQuery("select distinct subject from outbox where subject = any($1) and state = 'claimed'")
                .execute(Tuple.of(subjects.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("subject"))
                        .collect(Collectors.toSet()));
    }

    /** Letters of this event that were to wait until later, and not because the ceiling or a mail server holds them. */
    Future<Void> hasten(UUID event, Instant due) {
        return sql.preparedQuery("""
                update outbox
                   set due_at = $2
                 where state = 'waiting' and due_at > $2 and attempts = 0 and not counted and ids ->> 'event' = $1
                """)
                .execute(Tuple.of(event.toString(), OutboxStore.at(due)))
                .mapEmpty();
    }
}
