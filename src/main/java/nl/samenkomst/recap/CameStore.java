package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** SQL on who was at a gathering and can be written to: once at each address, and not where letters that were not asked for are unwanted. */
record CameStore(SqlClient sql) {

    /** Who came are those whose presence was noted; of a way of attending in which nobody's was, all who had a seat. */
    private static final String CAME = """
             from (select r.id, r.language, r.email, coalesce(r.email_key, lower(r.email)) as address, r.status, r.presence, r.organisation_id,
                          bool_or(r.presence <> 'unknown') over (partition by r.attendance) as noted
                     from registration r
                    where r.event_id = $1) as r
            where r.email is not null
              and case when r.noted then r.presence = 'present' else r.status = 'confirmed' end
              and not exists (select from invitee i
                               where i.organisation_id = r.organisation_id and i.email_key = r.address
                                 and i.unsubscribed_at is not null)
            """;

    /** Somebody to write to. */
    record Came(UUID registration, String language, String email) {}

    Future<List<Came>> of(UUID event) {
        return sql.preparedQuery(
                        "select distinct on (r.address) r.id, r.language, r.email" + CAME + "order by r.address, r.id")
                .mapping(row -> new Came(row.getUUID("id"), row.getString("language"), row.getString("email")))
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    Future<Integer> count(UUID event) {
        return sql.preparedQuery("select count(distinct r.address)::int as n" + CAME)
                .mapping(row -> row.getInteger("n"))
                .execute(Tuple.of(event))
                .map(rows -> rows.iterator().next());
    }
}
