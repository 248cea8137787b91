package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Sheets.Filled;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;

/** One more event: choose what kind it is, or another to copy; then fill in one page. */
public final class NewEventDesk implements Feature {

    static final String PATH = EventsDesk.PATH + "/new";

    private static final int COPIES = 20;

    private final SqlClient sql;
    private final EventDeeds deeds;
    private final Sheets sheets;
    private final Clock clock;

    /** What organisers plan with; the rooms on the right give nothing to it. */
    public NewEventDesk(EventDeeds deeds, Formats formats, Providers providers, Clock clock) {
        this.sql = deeds.pool();
        this.deeds = deeds;
        this.sheets = new Sheets(sql, formats, providers, clock);
        this.clock = clock;
    }

    /**
     * The page to choose on.
     *
     * @param homeless whether there is no network yet to plan an event in
     */
    record Choosing(DeskTop top, boolean homeless, String networks, List<Start> formats, List<Start> events) {}

    /** What one can start from. */
    record Start(String href, String name, String words) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.in(Role.ORGANISER), this::begin);
        site.post(PATH, Staff.in(Role.ORGANISER), Sheets.BODY, this::sent);
    }

    private Future<Reply> begin(Visit visit, Caller caller) {
        var copy = visit.query("copy");
        if (copy.isPresent()) {
            return copied(caller, copy.get()).compose(typed -> page(visit, caller, typed));
        }
        var format = visit.query("format").flatMap(sheets.formats()::find);
        return format.isPresent()
                ? networks(caller).compose(homes -> page(visit, caller, TypedStart.of(format.get(), caller, homes)))
                : choosing(visit, caller);
    }

    private Future<List<Network>> networks(Caller caller) {
        return new NetworkStore(sql)
                .list(caller.organisation().id(), Paging.first(Paging.MOST))
                .map(listed -> listed.items());
    }

    private Future<Typed> copied(Caller caller, String slug) {
        return new EventStore(sql)
                .bySlug(slug)
                .map(found -> found.filter(event -> event.organisation()
                                .equals(caller.organisation().id()))
                        .orElseThrow(() -> new NotFound("event")))
                .compose(event -> EventNames.of(sql, List.of(event)).map(names -> TypedEvent.copied(event, names)));
    }

    private Future<Reply> choosing(Visit visit, Caller caller) {
        var latest = EventFilter.of(caller.organisation().id()).latestFirst(true);
        var events = new EventStore(sql).list(latest, Paging.first(COPIES), clock.instant());
        var networks = networks(caller);
        return Future.all(events, networks)
                .map(both -> choosing(visit, caller, events.result().items(), networks.result()));
    }

    private Reply choosing(Visit visit, Caller caller, List<Event> events, List<Network> networks) {
        var words = Workspace.words(caller, visit);
        var start = action(caller) + "&";
        var shown = new Choosing(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                networks.isEmpty(),
                Workspace.Setting.NETWORKS.of(caller),
                sheets.formats().all().stream()
                        .map(format -> new Start(
                                start + "format=" + format.id(),
                                format.name(words.locale()),
                                format.explanation(words.locale())))
                        .toList(),
                events.stream()
                        .map(event -> new Start(
                                start + "copy=" + event.slug(),
                                event.text(words.locale().getLanguage()).title(),
                                new Moments(words, event.zone()).day(event.start())))
                        .toList());
        return Reply.page(Workspace.frame(caller, words.say("event.new.title")), "event/desk-new", shown)
                .personal();
    }

    private static String action(Caller caller) {
        return PATH + "?organisation=" + caller.organisation().slug();
    }

    private Future<Reply> page(Visit visit, Caller caller, Typed typed) {
        return page(visit, caller, Filled.with(Optional.empty(), typed, ""));
    }

    private Future<Reply> page(Visit visit, Caller caller, Filled filled) {
        return sheets.page(visit, caller, action(caller), filled);
    }

    private Future<Reply> sent(Visit visit, Caller caller) {
        var typed = Typed.of(visit.form());
        var deed = Optional.ofNullable(visit.form().get("do")).orElse("save");
        var press = TypedRows.Press.of(deed);
        if (press.isPresent()) {
            var after = TypedRows.pressed(typed, press.get());
            return page(
                    visit,
                    caller,
                    Filled.with(Optional.empty(), after, "").opening(press.get().list()));
        }
        return networks(caller)
                .map(homes -> TypedStart.inZone(typed, homes))
                .compose(placed -> deed.equals("count")
                        ? page(visit, caller, placed)
                        : made(visit, caller, placed, deed.equals("publish")));
    }

    private Future<Reply> made(Visit visit, Caller caller, Typed typed, boolean publish) {
        var unread = new Faults();
        var json = TypedJson.of(typed, sheets.providers(), unread);
        return deeds.create(caller, json, publish)
                .map(event -> Reply.seeOther(
                                EventTop.Page.OVERVIEW.of(event) + "?done=" + (publish ? "published" : "saved"))
                        .personal())
                .recover(failure ->
                        failure instanceof Refusal refusal && !refusal.faults().isEmpty()
                                ? page(
                                        visit,
                                        caller,
                                        Filled.with(Optional.empty(), typed.withoutEmptyRows(), "")
                                                .wrong(unread.list(), refusal.faults(), Optional.empty()))
                                : Future.failedFuture(failure));
    }
}
