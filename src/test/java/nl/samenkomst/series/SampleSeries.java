package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;

/** A series without dates, and a member of one, for tests that only need them to be there. */
public final class SampleSeries {

    private SampleSeries() {}

    public static Series in(Pool pool, Network network) {
        var pattern = new JsonObject()
                .put("time", "19:00")
                .put("minutes", 120)
                .put("attendance", "hybrid")
                .put("visibility", "public")
                .put("venue", new JsonObject().put("name", "De Schoor"))
                .put("capacity", new JsonObject().put("onSite", 20))
                .put("contact", new JsonObject().put("name", "Sanne de Wit").put("email", "sanne@elaa.example"));
        var series = new Series(
                UUID.randomUUID(),
                network.organisation(),
                network.id(),
                Optional.empty(),
                "wijktafel",
                "tafel-" + UUID.randomUUID().toString().substring(0, 8),
                "Wijktafel Haven",
                ZoneId.of("Europe/Amsterdam"),
                pattern,
                7,
                1);
        await(new SeriesStore(pool).insert(series));
        return series;
    }

    /** The id of somebody who comes to every date of a series made for them. */
    public static UUID member(Pool pool, Network network) {
        var series = in(pool, network);
        var id = UUID.randomUUID();
        await(pool.preparedQuery("""
                insert into member (id, organisation_id, series_id, email, email_key, name, language, attendance, if_full)
                values ($1, $2, $3, 'ada@mail.example', 'ada@mail.example', 'Ada', 'nl', 'on_site', 'wait')
                """).execute(Tuple.of(id, series.organisation(), series.id())));
        return id;
    }
}
