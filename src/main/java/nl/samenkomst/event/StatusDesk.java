package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.spi.Attendance;

/** The buttons of one event: publish, close, reopen, call off, throw a draft away; undo a change, or tell of it now. */
public final class StatusDesk implements Feature {

    private static final String ONE = EventsDesk.PATH + "/:event";
    private static final int MESSAGE = 5_000;

    private final SqlClient sql;
    private final EventDeeds deeds;
    private final Formats formats;
    private final Clock clock;

    /** @param sql the pool */
    public StatusDesk(SqlClient sql, EventDeeds deeds, Formats formats, Clock clock) {
        this.sql = sql;
        this.deeds = deeds;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The page that asks before something ends.
     *
     * @param touched whom it touches, by number
     * @param error what is wrong with the message, empty for nothing
     */
    record Ending(
            DeskTop top,
            EventTop head,
            String action,
            String token,
            List<Touched> touched,
            String message,
            String error) {}

    record Touched(int number, String words) {}

    @Override
    public void mount(Site site) {
        var planning = Staff.of(EventTarget.EVENT, Role.ORGANISER);
        var events = deeds.events();
        site.post(ONE + "/publish", planning, (visit, one) -> act(one, "publish", "published", events::publish));
        site.post(
                ONE + "/close",
                planning,
                (visit, one) -> act(one, "close", "closed", (tx, id) -> events.open(tx, id, false)));
        site.post(
                ONE + "/reopen",
                planning,
                (visit, one) -> act(one, "reopen", "reopened", (tx, id) -> events.open(tx, id, true)));
        site.post(ONE + "/undo", planning, (visit, one) -> act(one, "undo", "undone", events::undo));
        site.post(
                ONE + "/tell",
                planning,
                (visit, one) -> act(
                        one,
                        "tell",
                        "told",
                        (tx, id) -> events.changeAndTell(tx, id, new JsonObject(), version -> {})));
        site.get(ONE + "/cancel", planning, (visit, one) -> ending(visit, one, "cancel", "", ""));
        site.post(ONE + "/cancel", planning, this::callOff);
        site.get(ONE + "/delete", planning, (visit, one) -> ending(visit, one, "delete", "", ""));
        site.post(ONE + "/delete", planning, this::delete);
    }

    private Future<Reply> act(
            Admitted<Event> one, String verb, String news, BiFunction<SqlClient, UUID, Future<Event>> deed) {
        return deeds.done(one.caller(), one.thing(), "event." + verb, deed)
                .map(event -> Reply.seeOther(EventTop.Page.OVERVIEW.of(event) + "?done=" + news)
                        .personal());
    }

    private Future<Reply> ending(Visit visit, Admitted<Event> one, String deed, String message, String error) {
        var event = one.thing();
        if (deed.equals("cancel") == event.draft() || event.cancelled()) {
            return Future.failedFuture(refused(event));
        }
        var head = EventTop.read(sql, formats, event, one.caller(), visit, EventTop.Page.OVERVIEW, clock.instant());
        var seats = new SeatStore(sql).of(List.of(event.id()));
        return Future.all(head, seats)
                .map(both -> page(
                        visit,
                        one,
                        deed,
                        new Ending(
                                Workspace.top(one.caller(), visit, Workspace.Part.EVENTS),
                                head.result(),
                                EventTop.Page.OVERVIEW.of(event) + "/" + deed,
                                one.caller().formToken(visit.links(), EventTop.Page.OVERVIEW.of(event) + "/" + deed),
                                touched(visit, one, seats.result().getOrDefault(event.id(), List.of())),
                                message,
                                error)));
    }

    private static Refusal refused(Event event) {
        if (event.cancelled()) {
            return Refusal.of(409, "cancelled", "event.api.cancelled");
        }
        return event.draft()
                ? Refusal.of(409, "draft", "event.api.draft")
                : Refusal.of(409, "published", "event.api.published");
    }

    private static Reply page(Visit visit, Admitted<Event> one, String deed, Ending shown) {
        var words = Workspace.words(one.caller(), visit);
        var title =
                words.say("event.desk." + deed + ".title", shown.head().facts().title());
        var said = shown.error().isEmpty() ? title : words.say("frame.fault", title);
        return Reply.page(Workspace.frame(one.caller(), said), "event/desk-" + deed, shown)
                .personal();
    }

    private static List<Touched> touched(Visit visit, Admitted<Event> one, List<Seats> seats) {
        var words = Workspace.words(one.caller(), visit);
        var held = seats.stream()
                .filter(way -> way.held() > 0)
                .map(way -> new Touched(
                        way.held(),
                        words.say(
                                "event.desk.touched." + (way.attendance() == Attendance.ON_SITE ? "onSite" : "online"),
                                way.held())));
        var waiting = seats.stream().mapToInt(Seats::waiting).sum();
        var line = Optional.of(new Touched(waiting, words.say("event.desk.touched.waiting", waiting)))
                .filter(some -> waiting > 0)
                .stream();
        return Stream.concat(held, line).toList();
    }

    private Future<Reply> callOff(Visit visit, Admitted<Event> one) {
        var message = CleanText.lines(visit.body().text("message").orElse(""));
        if (message.codePointCount(0, message.length()) > MESSAGE) {
            var error = Workspace.words(one.caller(), visit).say("error.field.long", MESSAGE);
            return ending(visit, one, "cancel", message, error).map(page -> page.status(422));
        }
        return act(one, "cancel", "cancelled", (tx, id) -> deeds.events().callOff(tx, id, message));
    }

    private Future<Reply> delete(Visit visit, Admitted<Event> one) {
        return deeds.delete(one.caller(), one.thing()).map(done -> Reply.seeOther(EventsDesk.PATH + "?organisation="
                        + one.caller().organisation().slug() + "&show=drafts")
                .personal());
    }
}
