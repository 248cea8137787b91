package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/**
 * Reads the audit log of one organisation, newest first. It keeps ids; the names are those that the things have now, for as long as
 * they are there.
 */
record AuditTrailStore(SqlClient sql) {

    /**
     * One deed.
     *
     * @param who the name of who did it; empty for the command line, and where the account is gone
     * @param account who did it; empty for the command line
     * @param event the event it is about, where it is about one that is still there
     * @param name of what it was done to: a person, an organisation's thing
     */
    record Deed(
            long id,
            Instant at,
            Optional<UUID> account,
            Optional<String> who,
            String verb,
            Optional<Event> event,
            Optional<String> name) {}

    /** An event that was touched. */
    record Event(String slug, String title) {}

    /**
     * Which deeds: of this event, by this account, of this kind.
     *
     * @param language in which events are named, where they have words in it
     */
    record Wanted(Optional<String> event, Optional<UUID> account, Optional<String> verb, String language) {}

    /** Somebody who did something. */
    record Actor(UUID id, String name) {}

    /**
     * A part of the log; a 422 on {@code after} that we did not give.
     *
     * <p>First the lines, then their names: so that a long list of people costs nothing but for those that are shown.
     */
    Future<Listed<Deed>> list(UUID organisation, Wanted wanted, Paging paging) {
        return sql.preparedQuery("""
                with line as materialized (
                    select id, at, account_id, verb,
                           case when object ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then object::uuid end as thing
                      from audit
                     where organisation_id = $1
                       and ($2::text is null or object in (
                               select id::text from event where slug = $2 and organisation_id = $1
                               union all
                               select one.id::text
                                 from registration one
                                 join event its on its.id = one.event_id
                                where its.slug = $2 and its.organisation_id = $1))
                       and ($3::uuid is null or account_id = $3)
                       and ($4::text is null or verb = $4)
                       and ($5::bigint is null or id < $5)
                     order by id desc
                     limit $6)
                select line.id, line.at, line.account_id, doer.name as who, line.verb, event.slug,
                       (select title from event_text where event_id = event.id order by language = $7 desc limit 1) as title,
                       coalesce(person.name, colleague.name, network.name, series.title) as name
                  from line
                  left join account doer on doer.id = line.account_id
                  left join registration person on person.id = line.thing and person.organisation_id = $1
                  left join event on event.id = coalesce(person.event_id, line.thing) and event.organisation_id = $1
                  left join account colleague on colleague.id = line.thing
                  left join network on network.id = line.thing and network.organisation_id = $1
                  left join series on series.id = line.thing and series.organisation_id = $1
                 order by line.id desc
                """)
                .mapping(AuditTrailStore::deed)
                .execute(Tuple.tuple()
                        .addUUID(organisation)
                        .addString(wanted.event().orElse(null))
                        .addUUID(wanted.account().orElse(null))
                        .addString(wanted.verb().orElse(null))
                        .addLong(paging.after().map(AuditTrailStore::id).orElse(null))
                        .addInteger(paging.limit() + 1)
                        .addString(wanted.language()))
                .map(rows -> Listed.cut(rows.stream().toList(), paging, deed -> Paging.next(Long.toString(deed.id()))));
    }

    private static Long id(List<String> key) {
        try {
            return Long.valueOf(key.get(0));
        } catch (NumberFormatException notOurs) {
            throw Paging.strange();
        }
    }

    /** Everyone who did something for the organisation, by name. */
    Future<List<Actor>> actors(UUID organisation) {
        return sql.preparedQuery("""
                select id, name
                  from account
                 where exists (select 1 from audit where organisation_id = $1 and account_id = account.id)
                 order by lower(name), id
                """)
                .mapping(row -> new Actor(row.getUUID("id"), row.getString("name")))
                .execute(Tuple.of(organisation))
                .map(rows -> rows.stream().toList());
    }

    /** Every kind of deed that was ever done for the organisation; looked up one after the other in the index. */
    Future<List<String>> verbs(UUID organisation) {
        return sql.preparedQuery("""
                with recursive seen as (
                    (select verb from audit where organisation_id = $1 order by verb limit 1)
                    union all
                    select (select verb from audit where organisation_id = $1 and verb > seen.verb order by verb limit 1)
                      from seen
                     where seen.verb is not null)
                select verb
                  from seen
                 where verb is not null
                """)
                .mapping(row -> row.getString("verb"))
                .execute(Tuple.of(organisation))
                .map(rows -> rows.stream().toList());
    }

    private static Deed deed(Row row) {
        return new Deed(
                row.getLong("id"),
                row.getOffsetDateTime("at").toInstant(),
                Optional.ofNullable(row.getUUID("account_id")),
                Optional.ofNullable(row.getString("who")),
                row.getString("verb"),
                Optional.ofNullable(row.getString("slug"))
                        .map(slug -> new Event(
                                slug,
                                Optional.ofNullable(row.getString("title")).orElse(slug))),
                Optional.ofNullable(row.getString("name")));
    }
}
