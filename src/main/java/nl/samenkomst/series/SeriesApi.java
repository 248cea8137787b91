package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.IfMatch;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;
import nl.samenkomst.network.SeriesTarget;

/** Series for programs: {@code /api/v1/series}. Their dates are events. */
public final class SeriesApi implements Feature {

    private static final String ALL = "/api/v1/series";
    private static final String ONE = ALL + "/:series";

    private final Pool pool;
    private final SeriesPlanning planning;
    private final Idempotency idempotency;

    public SeriesApi(Pool pool, SeriesPlanning planning, Idempotency idempotency) {
        this.pool = pool;
        this.planning = planning;
        this.idempotency = idempotency;
    }

    @Override
    public void mount(Site site) {
        site.get(ALL, Staff.in(Role.FACILITATOR), this::list);
        site.post(ALL, Staff.in(Role.ORGANISER), this::create);
        site.get(ONE, Staff.of(SeriesTarget.SERIES, Role.FACILITATOR), (visit, one) -> shown(visit, pool, one.thing()));
        site.patch(ONE, Staff.of(SeriesTarget.SERIES, Role.ORGANISER), this::change);
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        return new SeriesStore(pool)
                .list(caller.organisation().id(), Paging.of(visit))
                .compose(found -> written(visit, pool, found.items())
                        .map(items -> Reply.json(new JsonObject()
                                .put("items", new JsonArray(items))
                                .put("next", found.next().orElse(null)))));
    }

    private Future<Reply> create(Visit visit, Caller caller) {
        var json = JsonReader.sent(visit);
        return idempotency.once(visit, caller.key(), tx -> planning.create(
                        tx, caller.organisation().id(), json)
                .compose(series -> new AuditStore(tx)
                        .note(caller, "series.create", series.id().toString())
                        .compose(noted -> shown(visit, tx, series))
                        .map(reply ->
                                reply.status(201).with("Location", visit.links().url(ALL + "/" + series.slug())))));
    }

    private Future<Reply> change(Visit visit, Admitted<Series> admitted) {
        var patch = JsonReader.sent(visit);
        var id = admitted.thing().id();
        return pool.withTransaction(tx -> planning.change(tx, id, patch, version -> IfMatch.check(visit, version))
                .compose(series -> new AuditStore(tx)
                        .note(admitted.caller(), "series.change", id.toString())
                        .compose(noted -> shown(visit, tx, series))));
    }

    private Future<Reply> shown(Visit visit, SqlClient sql, Series series) {
        return written(visit, sql, List.of(series))
                .map(json -> Reply.json(json.get(0)).with("ETag", IfMatch.etag(series.version())));
    }

    private static Future<List<JsonObject>> written(Visit visit, SqlClient sql, List<Series> found) {
        return new NetworkStore(sql)
                .all(found.stream().map(Series::network).distinct().toList())
                .map(networks -> networks.stream().collect(Collectors.toMap(Network::id, Function.identity())))
                .map(networks -> found.stream()
                        .map(one -> SeriesForm.json(one, Objects.requireNonNull(networks.get(one.network())))
                                .put("url", visit.links().url("/series/" + one.slug())))
                        .toList());
    }
}
