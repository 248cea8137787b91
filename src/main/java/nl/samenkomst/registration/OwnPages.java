package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** A participant's own page: how they stand, and a button for each wish. Only buttons change anything. */
public final class OwnPages implements Feature {

    /** Asks to see the link of the neighbourhood's group. */
    private static final String GROUP = "group";

    private static final Set<String> NEWS = Set.of(
            "switched",
            "queued",
            "cancelled",
            "undone",
            "accepted",
            "declined",
            "answers",
            "stopped",
            "taken",
            GROUP,
            "colleague",
            "needs");

    private final SqlClient sql;
    private final Registrations registrations;
    private final EventSources sources;
    private final List<PersonalData> rooms;
    private final List<Panel<Registration>> panels;
    private final Clock clock;

    /** What the page to confirm erasing shows. */
    record Erasing(String path, String token) {}

    /** All is said. */
    record Erased() {}

    /**
     * The page of one person.
     *
     * @param sql the pool
     * @param rooms what each room keeps about a person, for their download
     * @param panels what other rooms show here
     */
    public OwnPages(
            SqlClient sql,
            Registrations registrations,
            EventSources sources,
            List<PersonalData> rooms,
            List<Panel<Registration>> panels,
            Clock clock) {
        this.sql = sql;
        this.registrations = registrations;
        this.sources = sources;
        this.rooms = List.copyOf(rooms);
        this.panels = List.copyOf(panels);
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/registrations/:token", Holder.of(OwnTarget.OWN), this::show);
        post(site, "cancel", view -> registrations.cancel(view.one(), By.SELF).map("cancelled"));
        post(site, "undo", view -> registrations.undo(view.one()).map("undone"));
        post(site, "accept", view -> registrations.acceptOffer(view.one()).map("accepted"));
        post(site, "decline", view -> registrations.declineOffer(view.one()).map("declined"));
        post(site, "take-seat", view -> registrations.takeSeat(view.one()).map("taken"));
        post(site, "stop-waiting", view -> registrations.wantNot(view.one()).map("stopped"));
        post(site, "switch", view -> registrations
                .switchTo(view.one(), view.one().attendance().other())
                .map(after -> after.attendance() == view.one().attendance() ? "queued" : "switched"));
        post(site, GROUP, view -> Future.succeededFuture(GROUP));
        site.get("/registrations/:token/data.json", Holder.of(OwnTarget.OWN), this::download);
        site.get("/registrations/:token/erase", Holder.of(OwnTarget.OWN), this::askToErase);
        site.post("/registrations/:token/erase", Holder.of(OwnTarget.OWN), this::erase);
    }

    private void post(Site site, String action, Function<OwnView, Future<String>> deed) {
        site.post("/registrations/:token/" + action, Holder.of(OwnTarget.OWN), (visit, one) -> {
            OwnLinks.check(visit, action);
            return view(visit, one)
                    .compose(view -> registrations.linkUsed(one).compose(used -> deed.apply(view)))
                    .map(news -> back(visit, one, news));
        });
    }

    SqlClient sql() {
        return sql;
    }

    static Reply back(Visit visit, Registration one, String news) {
        return Reply.seeOther(OwnLinks.done(visit, one, news)).personal();
    }

    private Future<Reply> show(Visit visit, Registration one) {
        return view(visit, one)
                .compose(view -> panels(visit, one)
                        .map(given -> Reply.page(
                                frame(view),
                                "registration/own",
                                view.shown(news(visit, view), asked(visit, GROUP), given))))
                .map(Reply::personal);
    }

    /** Everything known round this registration; refused (410) where the link has ended or the person was erased. */
    Future<OwnView> view(Visit visit, Registration one) {
        if (one.by().filter(By.ERASED.code()::equals).isPresent()) {
            throw Refusal.of(410, "erased", "registration.own.erased");
        }
        return new EventStore(sql)
                .find(one.event())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .compose(event -> Future.all(sources.of(event), registrations.before(one))
                        .map(both -> new OwnView(
                                one.asOf(clock.instant()),
                                event,
                                both.resultAt(0),
                                both.resultAt(1),
                                visit.site().languages().in(visit.language(List.of(one.language()))),
                                visit.links(),
                                clock.instant())))
                .map(OwnPages::notExpired);
    }

    private static OwnView notExpired(OwnView view) {
        if (view.expired()) {
            throw Refusal.of(410, "expired", "registration.own.expired");
        }
        return view;
    }

    static Frame frame(OwnView view) {
        var title = view.words().say("registration.own.title");
        var frame = view.known()
                .housed()
                .frame(Optional.of(view.event().contact()), title)
                .hidden();
        return frame.speaking(view.words().locale().getLanguage());
    }

    private static Optional<String> news(Visit visit, OwnView view) {
        return visit.query("done").filter(NEWS::contains).map(done -> view.words()
                .say("registration.own.news." + done));
    }

    private static boolean asked(Visit visit, String action) {
        return visit.query("done").filter(action::equals).isPresent();
    }

    private Future<List<Shown>> panels(Visit visit, Registration one) {
        var asked = panels.stream().map(panel -> panel.on(List.of(one), visit)).toList();
        return Future.all(asked).map(done -> asked.stream()
                .map(Future::result)
                .map((Map<Registration, Shown> answer) -> answer.get(one))
                .filter(Objects::nonNull)
                .toList());
    }

    private Future<Reply> download(Visit visit, Registration one) {
        return view(visit, one).compose(view -> {
            var parts = rooms.stream().map(room -> room.export(sql, one.id())).toList();
            return Future.all(parts).map(done -> {
                var all = new JsonObject().put("event", view.event().slug());
                for (int i = 0; i < rooms.size(); i++) {
                    all.put(rooms.get(i).part(), parts.get(i).result());
                }
                return Reply.json(all)
                        .with("Content-Disposition", "attachment; filename=\"samenkomst.json\"")
                        .personal();
            });
        });
    }

    private Future<Reply> askToErase(Visit visit, Registration one) {
        return view(visit, one).map(view -> Reply.page(
                        frame(view).titled(view.words().say("registration.erase.title")),
                        "registration/erase",
                        new Erasing(view.path(), view.formToken("erase")))
                .personal());
    }

    private Future<Reply> erase(Visit visit, Registration one) {
        OwnLinks.check(visit, "erase");
        return view(visit, one).compose(view -> registrations.erase(one).map(done -> Reply.page(
                        frame(view).titled(view.words().say("registration.erased.title")),
                        "registration/erased",
                        new Erased())
                .personal()));
    }
}
