package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL on what is left to do with gatherings that were held. */
record LookbackStore(SqlClient sql) {

    /** More than any organisation holds in a year. */
    static final int MOST = 500;

    /** How far the recap of a gathering is. */
    enum State {
        NONE,
        DRAFT,
        PUBLISHED
    }

    /**
     * What became of a gathering.
     *
     * @param answers how many answered its survey
     * @param quotes how many given quotes nobody has looked at yet
     * @param asked how many photos are hidden because somebody asked
     */
    record Held(UUID event, int answers, int quotes, int asked, State state) {}

    /** A year in which a network held gatherings. */
    record Year(UUID network, int year, boolean published) {}

    /** The gatherings of the organisation that ended between these moments, latest first. */
    Future<List<Held>> held(UUID organisation, Optional<UUID> network, Instant from, Instant until) {
        return sql.preparedQuery("""
                select e.id, coalesce(s.received, 0) as answers,
                       (select count(*)::int from quote q
                         where q.event_id = e.id and q.status = 'given' and q.withdrawn_at is null
                           and (select w.consented_at from wording w
                                 where w.quote_id = q.id order by w.version desc limit 1) is not null) as quotes,
                       (select count(*)::int from photo p where p.event_id = e.id and p.asked_at is not null) as asked,
                       case when r.published_at is not null then 'PUBLISHED'
                            when r.event_id is not null then 'DRAFT' else 'NONE' end as state
                  from event e
                  left join survey s on s.event_id = e.id
                  left join recap r on r.event_id = e.id
                 where e.organisation_id = $1 and e.status = 'published'
                   and ($2::uuid is null or e.network_id = $2) and e.ends_at > $3 and e.ends_at <= $4
                 order by e.starts_at desc, e.id
                 limit $5
                """)
                .mapping(LookbackStore::held)
                .execute(Tuple.of(organisation, network.orElse(null), from.atOffset(UTC), until.atOffset(UTC), MOST))
                .map(rows -> rows.stream().toList());
    }

    private static Held held(Row row) {
        return new Held(
                row.getUUID("id"),
                row.getInteger("answers"),
                row.getInteger("quotes"),
                row.getInteger("asked"),
                State.valueOf(row.getString("state")));
    }

    /** The years in which the networks of the organisation held gatherings, latest first, and whether their review is published. */
    Future<List<Year>> years(UUID organisation, Instant now) {
        return sql.preparedQuery("""
                select y.network_id, y.year, v.published_at is not null as published
                  from (select distinct e.network_id, extract(year from e.starts_at at time zone n.zone)::int as year
                          from event e
                          join network n on n.id = e.network_id
                         where e.organisation_id = $1 and e.status = 'published' and e.ends_at <= $2) as y
                  left join review v on v.network_id = y.network_id and v.year = y.year
                 order by y.year desc
                """)
                .mapping(
                        row -> new Year(row.getUUID("network_id"), row.getInteger("year"), row.getBoolean("published")))
                .execute(Tuple.of(organisation, now.atOffset(UTC)))
                .map(rows -> rows.stream().toList());
    }
}
