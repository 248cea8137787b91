package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenkomst.account.Caller;

/** SQL on the letters that staff write to several people, and on who wants none. */
record RoundStore(SqlClient sql) {

    /** Whether it is new: the same letter is written once. */
    Future<Boolean> insert(Round round, Caller caller) {
        return sql.preparedQuery("""
                insert into round_letter (id, organisation_id, event_id, account_id, subject, text, at)
                values ($1, $2, $3, $4, $5, $6, $7)
                    on conflict do nothing
                """)
                .execute(Tuple.tuple()
                        .addUUID(round.id())
                        .addUUID(round.organisation())
                        .addUUID(round.event())
                        .addUUID(caller.account().id())
                        .addString(round.subject())
                        .addString(round.text())
                        .addOffsetDateTime(round.at().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Optional<Round>> find(UUID id) {
        return sql.preparedQuery("""
                select id, organisation_id, event_id, subject, text, at from round_letter where id = $1
                """)
                .mapping(row -> new Round(
                        row.getUUID("id"),
                        row.getUUID("organisation_id"),
                        row.getUUID("event_id"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getOffsetDateTime("at").toInstant()))
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst());
    }

    /** These people of the event, in the order of their names; who is of another event is not in it. */
    Future<List<Registration>> people(UUID event, Collection<UUID> ids) {
        return sql.preparedQuery("select " + RegistrationStore.COLUMNS + """
                  from registration
                 where event_id = $1 and id = any($2)
                 order by lower(name), id
                """)
                .execute(Tuple.tuple().addUUID(event).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(RegistrationStore::all);
    }

    /** Which of these people asked this organisation for no more letters that they did not ask for. */
    Future<Set<UUID>> unsubscribed(UUID organisation, Collection<UUID> ids) {
        return sql.preparedQuery("""
                select distinct registration.id
                  from registration
                  join invitee on invitee.organisation_id = $1 and invitee.email_key = registration.email_key
                 where registration.id = any($2) and invitee.unsubscribed_at is not null
                """)
                .mapping(row -> row.getUUID("id"))
                .execute(Tuple.tuple().addUUID(organisation).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().collect(Collectors.toSet()));
    }
}
