package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Networks and programmes for programs: {@code /api/v1/networks}, {@code /api/v1/programmes}. */
public final class NetworkApi implements Feature {

    private static final String NETWORKS = "/api/v1/networks";
    private static final String PROGRAMMES = "/api/v1/programmes";

    private final Pool pool;
    private final Idempotency idempotency;

    public NetworkApi(Pool pool, Idempotency idempotency) {
        this.pool = pool;
        this.idempotency = idempotency;
    }

    @Override
    public void mount(Site site) {
        site.get(NETWORKS, Staff.in(Role.FACILITATOR), this::list);
        site.post(NETWORKS, Staff.in(Role.ORGANISER), this::create);
        site.get(NETWORKS + "/:network", Staff.of(NetworkTarget.NETWORK, Role.FACILITATOR), this::show);
        site.patch(NETWORKS + "/:network", Staff.of(NetworkTarget.NETWORK, Role.ORGANISER), this::change);
        site.get(PROGRAMMES, Staff.in(Role.FACILITATOR), this::programmes);
        site.post(PROGRAMMES, Staff.in(Role.ORGANISER), this::createProgramme);
        site.get(
                PROGRAMMES + "/:programme", Staff.of(ProgrammeTarget.PROGRAMME, Role.FACILITATOR), this::showProgramme);
        site.patch(
                PROGRAMMES + "/:programme", Staff.of(ProgrammeTarget.PROGRAMME, Role.ORGANISER), this::changeProgramme);
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        return new NetworkStore(pool)
                .list(caller.organisation().id(), Paging.of(visit))
                .map(networks -> Reply.json(networks.json(NetworkForm::json)));
    }

    private Future<Reply> create(Visit visit, Caller caller) {
        var json = JsonReader.sent(visit);
        return idempotency.once(visit, caller.key(), tx -> new Networks(tx)
                .create(caller.organisation().id(), json)
                .compose(network -> noted(tx, caller, "network.create", network.id())
                        .map(shown(network)
                                .status(201)
                                .with("Location", visit.links().url(NETWORKS + "/" + network.slug())))));
    }

    private Future<Reply> show(Visit visit, Admitted<Network> admitted) {
        return Future.succeededFuture(shown(admitted.thing()));
    }

    private Future<Reply> change(Visit visit, Admitted<Network> admitted) {
        var patch = JsonReader.sent(visit);
        return pool.withTransaction(tx -> new Networks(tx)
                .change(admitted.thing().id(), patch, version -> IfMatch.check(visit, version))
                .compose(network -> noted(tx, admitted.caller(), "network.change", network.id())
                        .map(shown(network))));
    }

    private static Future<Void> noted(SqlClient tx, Caller caller, String verb, UUID id) {
        return new AuditStore(tx).note(caller, verb, id.toString());
    }

    private static Reply shown(Network network) {
        return Reply.json(NetworkForm.json(network)).with("ETag", IfMatch.etag(network.version()));
    }

    private Future<Reply> programmes(Visit visit, Caller caller) {
        return new ProgrammeStore(pool)
                .list(caller.organisation().id(), Paging.of(visit))
                .compose(this::listed);
    }

    private Future<Reply> listed(Listed<Programme> programmes) {
        var homes =
                programmes.items().stream().map(Programme::network).distinct().toList();
        return named(homes, networks -> Reply.json(programmes.json(one -> Programmes.json(one, networks))));
    }

    private Future<Reply> createProgramme(Visit visit, Caller caller) {
        var json = JsonReader.sent(visit);
        return idempotency.once(visit, caller.key(), tx -> new Programmes(tx)
                .create(caller.organisation().id(), json)
                .compose(programme -> noted(tx, caller, "programme.create", programme.id())
                        .compose(done -> shown(programme))
                        .map(reply -> reply.status(201)
                                .with("Location", visit.links().url("/programmes/" + programme.slug())))));
    }

    private Future<Reply> showProgramme(Visit visit, Admitted<Programme> admitted) {
        return shown(admitted.thing());
    }

    private Future<Reply> changeProgramme(Visit visit, Admitted<Programme> admitted) {
        var patch = JsonReader.sent(visit);
        return pool.withTransaction(tx -> new Programmes(tx)
                        .change(admitted.thing().id(), patch, version -> IfMatch.check(visit, version))
                        .compose(after -> noted(tx, admitted.caller(), "programme.change", after.id())
                                .map(after)))
                .compose(this::shown);
    }

    private Future<Reply> shown(Programme programme) {
        return named(List.of(programme.network()), networks -> Reply.json(Programmes.json(programme, networks))
                .with("ETag", IfMatch.etag(programme.version())));
    }

    private Future<Reply> named(List<UUID> ids, Function<Map<UUID, Network>, Reply> reply) {
        return new NetworkStore(pool)
                .all(ids)
                .map(networks -> networks.stream().collect(Collectors.toMap(Network::id, Function.identity())))
                .map(reply);
    }
}
