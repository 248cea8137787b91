package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Fields;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.FormShown.Group;
import nl.samenkomst.kit.web.IfMatch;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Where organisers make the programmes of a network, and change what is said of them. */
public final class ProgrammeDesk implements Feature {

    private static final String PATH = "/organise/programmes/";
    private static final String FORM = "programme";

    private final Pool pool;

    public ProgrammeDesk(Pool pool) {
        this.pool = pool;
    }

    /**
     * The page of a programme, new or not.
     *
     * @param publicPage empty for a new one
     */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            String title,
            String network,
            String networkPage,
            String publicPage,
            boolean saved,
            FormShown form) {}

    @Override
    public void mount(Site site) {
        var home = Staff.of(NetworkTarget.NETWORK, Role.ORGANISER);
        var one = Staff.of(ProgrammeTarget.PROGRAMME, Role.ORGANISER);
        site.get(
                NetworkDesk.PATH + "/:network/programmes/new",
                home,
                (visit, admitted) -> Future.succeededFuture(askNew(visit, admitted, Optional.empty())));
        site.post(NetworkDesk.PATH + "/:network/programmes", home, this::create);
        site.get(PATH + ":programme", one, (visit, admitted) -> shown(visit, admitted, Optional.empty()));
        site.post(PATH + ":programme", one, this::change);
    }

    static String path(Programme programme) {
        return PATH + programme.slug();
    }

    private static Reply askNew(Visit visit, Admitted<Network> admitted, Optional<Again> again) {
        var path = NetworkDesk.path(admitted.thing()) + "/programmes";
        var words = Workspace.words(admitted.caller(), visit);
        var post = new FormShown.Post(
                path, admitted.caller().formToken(visit.links(), path), 0, words.say("network.desk.programme.make"));
        var about = new About(words.say("network.desk.programme.new"), "", new JsonObject());
        return page(visit, admitted.caller(), admitted.thing(), post, about, again);
    }

    private Future<Reply> create(Visit visit, Admitted<Network> admitted) {
        var typed = typed(visit.body());
        var json = new JsonObject().put("network", admitted.thing().slug());
        typed.stream()
                .filter(field -> field.getValue() != null)
                .forEach(field -> json.put(field.getKey(), field.getValue()));
        return pool.withTransaction(tx -> new Programmes(tx)
                        .create(admitted.thing().organisation(), json)
                        .compose(made -> noted(tx, admitted.caller(), "programme.create", made)))
                .map(ProgrammeDesk::done)
                .recover(failure ->
                        Again.after(failure, FORM, typed).map(again -> askNew(visit, admitted, Optional.of(again))));
    }

    private Future<Reply> change(Visit visit, Admitted<Programme> admitted) {
        var typed = typed(visit.body());
        return pool.withTransaction(tx -> new Programmes(tx)
                        .change(admitted.thing().id(), typed, version -> IfMatch.typed(visit, version))
                        .compose(after -> noted(tx, admitted.caller(), "programme.change", after)))
                .map(ProgrammeDesk::done)
                .recover(failure ->
                        Again.after(failure, FORM, typed).compose(again -> shown(visit, admitted, Optional.of(again))));
    }

    private static Future<Programme> noted(SqlClient tx, Caller caller, String verb, Programme programme) {
        return new AuditStore(tx).note(caller, verb, programme.id().toString()).map(programme);
    }

    private static Reply done(Programme programme) {
        return Reply.seeOther(path(programme) + "?done=saved").personal();
    }

    /** What was left empty is null, as in a merge patch. */
    private static JsonObject typed(Body body) {
        var json = new JsonObject();
        Stream.of("title", "summary", "description")
                .forEach(name -> json.put(name, body.text(name).orElse(null)));
        return json;
    }

    private Future<Reply> shown(Visit visit, Admitted<Programme> admitted, Optional<Again> again) {
        var now = new ProgrammeStore(pool).find(admitted.thing().id());
        var home = new NetworkStore(pool).find(admitted.thing().network());
        return Future.all(now, home).map(both -> {
            var programme = now.result().orElseThrow(() -> new NotFound("programme"));
            var network = home.result().orElseThrow(() -> new NotFound("network"));
            var words = Workspace.words(admitted.caller(), visit);
            var post = new FormShown.Post(
                    path(programme),
                    admitted.caller().formToken(visit.links(), path(programme)),
                    programme.version(),
                    words.say("network.desk.save"));
            var saved = Programmes.json(programme, Map.of(network.id(), network));
            var about = new About(programme.title(), "/programmes/" + programme.slug(), saved);
            return page(visit, admitted.caller(), network, post, about, again);
        });
    }

    /** What the page is about; the public page is empty for a programme that is still to be made. */
    private record About(String title, String publicPage, JsonObject saved) {}

    private static Reply page(
            Visit visit, Caller caller, Network network, FormShown.Post post, About about, Optional<Again> again) {
        var words = Workspace.words(caller, visit);
        var page = new Page(
                Workspace.top(caller, visit, Part.SETTINGS),
                Workspace.settings(caller, visit, Setting.NETWORKS),
                about.title(),
                network.name(),
                NetworkDesk.path(network),
                about.publicPage(),
                again.isEmpty() && visit.query("done").filter("saved"::equals).isPresent(),
                FormShown.of(post, about.saved(), again, words, "network.desk.programme", ProgrammeDesk::ask));
        return Again.page(again, Workspace.frame(caller, about.title()), words, "network/desk-programme", page);
    }

    private static List<Group> ask(Fields fields) {
        return List.of(new Group(
                "",
                "",
                List.of(
                        fields.needed("title", "text"),
                        fields.line("summary", "prose"),
                        fields.line("description", "prose"))));
    }
}
