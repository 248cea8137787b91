package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.network.Network;
import nl.samenkomst.recap.ReviewMaterial.Picture;
import nl.samenkomst.recap.ReviewMaterial.Result;

/** Reads what of a network's gatherings in a year is published. */
record ReviewMaterialStore(SqlClient sql) {

    /** Of gatherings that stand in public lists: what only who has the link finds is told to nobody else. */
    private static final String LISTED = """
             and e.network_id = $1 and e.visibility = 'public' and extract(year from e.starts_at at time zone $2) = $3
            """;

    /** The first result of each recap, soonest gathering first. */
    Future<List<Result>> results(Network network, int year) {
        return sql.preparedQuery("""
                select e.id, e.language, (e.starts_at at time zone $2)::date as date, t.title,
                       (select jsonb_object_agg(w.key, w.value -> 'results' ->> 0)
                          from jsonb_each(r.words) w
                         where w.value -> 'results' ->> 0 <> '') as texts
                  from event e
                  join event_text t on t.event_id = e.id and t.language = e.language
                  join recap r on r.event_id = e.id and r.published_at is not null
                 where e.status = 'published'
                """ + LISTED + "order by e.starts_at, e.id")
                .mapping(ReviewMaterialStore::result)
                .execute(asked(network, year))
                .map(rows -> rows.stream().filter(one -> !one.texts().isEmpty()).toList());
    }

    /** Photos that everybody may see. */
    Future<List<Picture>> photos(Network network, int year) {
        return sql.preparedQuery("""
                select p.id, p.alt, p.caption, p.maker, p.width, p.height,
                       (select t.title from event_text t where t.event_id = e.id and t.language = e.language) as title
                  from photo p
                """ + PhotoStore.PUBLIC + LISTED + "order by e.starts_at, e.id, p.position, p.id")
                .mapping(row -> new Picture(
                        row.getUUID("id"),
                        row.getString("title"),
                        row.getString("alt"),
                        row.getString("caption"),
                        row.getString("maker"),
                        row.getInteger("width"),
                        row.getInteger("height")))
                .execute(asked(network, year))
                .map(rows -> rows.stream().toList());
    }

    private static Tuple asked(Network network, int year) {
        return Tuple.of(network.id(), network.zone().getId(), year);
    }

    private static Result result(Row row) {
        return new Result(
                row.getUUID("id"),
                row.getString("title"),
                row.getLocalDate("date"),
                row.getString("language"),
                Optional.ofNullable(row.getJsonObject("texts"))
                        .map(ReviewMaterialStore::texts)
                        .orElseGet(Map::of));
    }

    private static Map<String, String> texts(JsonObject json) {
        var texts = new LinkedHashMap<String, String>();
        json.forEach(text -> texts.put(text.getKey(), String.valueOf(text.getValue())));
        return texts;
    }
}
