package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.IfMatch;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Where organisers make networks, and say of each what it is for, whom to call and which areas it has. */
public final class NetworkDesk implements Feature {

    static final String PATH = "/organise/networks";

    private static final String DETAILS = "details";
    private static final String AREAS = "areas";

    private final Pool pool;

    public NetworkDesk(Pool pool) {
        this.pool = pool;
    }

    /** All networks. */
    record ListPage(DeskTop top, List<DeskTop.Tab> settings, List<Line> networks, String makeHref) {}

    /** One network in the list. */
    record Line(String name, String to, String areas) {}

    /** A new one. */
    record NewPage(DeskTop top, List<DeskTop.Tab> settings, FormShown form) {}

    /** One network, with its areas, its programmes, and how other sites show it. */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            String back,
            String name,
            String publicPage,
            boolean saved,
            FormShown form,
            AreasShown areas,
            List<ProgrammeLine> programmes,
            String newProgramme,
            EmbedCode embed) {}

    /** A programme of the network. */
    record ProgrammeLine(String title, String to) {}

    @Override
    public void mount(Site site) {
        var one = Staff.of(NetworkTarget.NETWORK, Role.ORGANISER);
        site.get(PATH, Staff.in(Role.ORGANISER), this::list);
        site.get(
                PATH + "/new",
                Staff.in(Role.ORGANISER),
                (visit, caller) -> Future.succeededFuture(askNew(visit, caller, Optional.empty())));
        site.post(PATH, Staff.in(Role.ORGANISER), this::create);
        site.get(
                PATH + "/:network",
                one,
                (visit, admitted) -> shown(visit, admitted, now -> AreasTyped.saved(now), Optional.empty()));
        site.post(PATH + "/:network", one, this::change);
        site.post(PATH + "/:network/areas", one, this::changeAreas);
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        var words = Workspace.words(caller, visit);
        return new NetworkStore(pool)
                .list(caller.organisation().id(), Paging.first(Paging.MOST))
                .map(networks -> new ListPage(
                        Workspace.top(caller, visit, Part.SETTINGS),
                        Workspace.settings(caller, visit, Setting.NETWORKS),
                        networks.items().stream()
                                .map(network -> new Line(
                                        network.name(),
                                        path(network),
                                        words.say(
                                                "network.desk.count",
                                                network.areas().size())))
                                .toList(),
                        PATH + "/new" + query(caller)))
                .map(page -> Reply.page(
                                Workspace.frame(caller, words.say("network.desk.networks")), "network/networks", page)
                        .personal());
    }

    private static String query(Caller caller) {
        return "?organisation=" + caller.organisation().slug();
    }

    static String path(Network network) {
        return PATH + "/" + network.slug();
    }

    private static Reply askNew(Visit visit, Caller caller, Optional<Again> again) {
        var words = Workspace.words(caller, visit);
        var post = new FormShown.Post(
                PATH + query(caller), caller.formToken(visit.links(), PATH), 0, words.say("network.desk.make"));
        var usual = caller.organisation().accent();
        var form = FormShown.of(
                post,
                new JsonObject().put("timeZone", "Europe/Amsterdam"),
                again,
                words,
                "network.desk",
                fields -> NetworkTyped.askNew(fields, usual));
        var page = new NewPage(
                Workspace.top(caller, visit, Part.SETTINGS), Workspace.settings(caller, visit, Setting.NETWORKS), form);
        return Again.page(
                again, Workspace.frame(caller, words.say("network.desk.new")), words, "network/new-network", page);
    }

    private Future<Reply> create(Visit visit, Caller caller) {
        var typed = NetworkTyped.made(visit.body());
        return pool.withTransaction(tx -> new Networks(tx)
                        .create(caller.organisation().id(), typed)
                        .compose(made -> noted(tx, caller, "network.create", made)))
                .map(NetworkDesk::done)
                .recover(failure ->
                        Again.after(failure, DETAILS, typed).map(again -> askNew(visit, caller, Optional.of(again))));
    }

    private Future<Reply> change(Visit visit, Admitted<Network> admitted) {
        var typed = NetworkTyped.changed(visit.body());
        return saved(visit, admitted, typed).recover(failure -> Again.after(failure, DETAILS, typed)
                .compose(again -> shown(visit, admitted, AreasTyped::saved, Optional.of(again))));
    }

    private Future<Reply> changeAreas(Visit visit, Admitted<Network> admitted) {
        var body = visit.body();
        var patch = AreasTyped.of(body, admitted.thing()).patch();
        return saved(visit, admitted, patch).recover(failure -> Again.after(failure, AREAS, patch)
                .compose(again -> shown(visit, admitted, now -> AreasTyped.of(body, now), Optional.of(again))));
    }

    private Future<Reply> saved(Visit visit, Admitted<Network> admitted, JsonObject patch) {
        return pool.withTransaction(tx -> new Networks(tx)
                        .change(admitted.thing().id(), patch, version -> IfMatch.typed(visit, version))
                        .compose(after -> noted(tx, admitted.caller(), "network.change", after)))
                .map(NetworkDesk::done);
    }

    private static Future<Network> noted(SqlClient tx, Caller caller, String verb, Network network) {
        return new AuditStore(tx).note(caller, verb, network.id().toString()).map(network);
    }

    private static Reply done(Network network) {
        return Reply.seeOther(path(network) + "?done=saved").personal();
    }

    private Future<Reply> shown(
            Visit visit, Admitted<Network> admitted, Function<Network, AreasTyped> areas, Optional<Again> again) {
        var now = new NetworkStore(pool).find(admitted.thing().id());
        var programmes = new ProgrammeStore(pool).of(admitted.thing().id());
        return Future.all(now, programmes).map(both -> {
            var network = now.result().orElseThrow(() -> new NotFound("network"));
            var words = Workspace.words(admitted.caller(), visit);
            var page = page(visit, admitted.caller(), network, areas.apply(network), programmes.result(), again, words);
            return Again.page(
                    again, Workspace.frame(admitted.caller(), network.name()), words, "network/desk-network", page);
        });
    }

    private static Page page(
            Visit visit,
            Caller caller,
            Network network,
            AreasTyped areas,
            List<Programme> programmes,
            Optional<Again> again,
            Words words) {
        var details = new FormShown.Post(
                path(network),
                caller.formToken(visit.links(), path(network)),
                network.version(),
                words.say("network.desk.save"));
        var rows = new FormShown.Post(
                path(network) + "/areas",
                caller.formToken(visit.links(), path(network) + "/areas"),
                network.version(),
                words.say("network.desk.areas.save"));
        var usual = caller.organisation().accent();
        return new Page(
                Workspace.top(caller, visit, Part.SETTINGS),
                Workspace.settings(caller, visit, Setting.NETWORKS),
                Setting.NETWORKS.of(caller),
                network.name(),
                "/networks/" + network.slug(),
                again.isEmpty() && visit.query("done").filter("saved"::equals).isPresent(),
                FormShown.of(
                        details,
                        NetworkForm.json(network),
                        again.filter(one -> one.form().equals(DETAILS)),
                        words,
                        "network.desk",
                        fields -> NetworkTyped.ask(fields, usual)),
                AreasShown.of(
                        rows, network, areas, again.filter(one -> one.form().equals(AREAS)), words),
                programmes.stream()
                        .map(one -> new ProgrammeLine(one.title(), ProgrammeDesk.path(one)))
                        .toList(),
                path(network) + "/programmes/new",
                EmbedCode.of(network, caller, visit.links(), words));
    }
}
