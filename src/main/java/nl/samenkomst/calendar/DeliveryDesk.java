package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.calendar.DeliveryStore.Delivery;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventMark;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Of one event: whose calendar is right, whose is not and why, and what they answered. */
public final class DeliveryDesk implements Feature {

    private static final String PATH = "/organise/events/:event/delivery";

    private final Pool pool;
    private final Formats formats;
    private final Deliveries deliveries;
    private final Clock clock;

    public DeliveryDesk(Pool pool, Formats formats, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.formats = formats;
        this.deliveries = new Deliveries(pool, outbox, clock);
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param behind how many still have what was before, {@code waiting} how many more have a letter on its way
     * @param news to how many it was just sent again
     */
    record Board(
            DeskTop top,
            EventTop head,
            String action,
            String token,
            boolean mayAct,
            int behind,
            int waiting,
            Optional<Integer> news,
            List<Line> lines) {}

    /**
     * One person.
     *
     * @param id whom to send to again, where that makes sense
     */
    record Line(
            Optional<String> name,
            String sent,
            EventMark mark,
            Optional<String> said,
            String answer,
            Optional<String> id) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::board);
        site.post(PATH, Staff.of(EventTarget.EVENT, Role.ORGANISER), this::resend);
    }

    private Future<Reply> board(Visit visit, Admitted<Event> admitted) {
        var event = admitted.thing();
        var head = EventTop.read(pool, formats, event, admitted.caller(), visit, EventTop.Page.MAILS, clock.instant());
        return Future.all(head, deliveries.of(event))
                .map(both -> page(visit, admitted, both.resultAt(0), both.resultAt(1)));
    }

    private static Reply page(Visit visit, Admitted<Event> admitted, EventTop head, List<Delivery> all) {
        var caller = admitted.caller();
        var event = admitted.thing();
        var words = Workspace.words(caller, visit);
        var moments = new Moments(words, event.zone());
        var title = event.text(words.locale().getLanguage()).title();
        var path = EventTop.Page.MAILS.of(event);
        var shown = new Board(
                Workspace.top(caller, visit, Part.EVENTS),
                head,
                path,
                caller.formToken(visit.links(), path),
                caller.role().allows(Role.ORGANISER),
                (int) all.stream().filter(Delivery::behind).count(),
                (int) all.stream().filter(one -> one.due() && one.onlyWaits()).count(),
                visit.query("sent").filter(text -> text.matches("[0-9]{1,5}")).map(Integer::valueOf),
                all.stream().map(one -> line(one, words, moments)).toList());
        return Reply.page(Workspace.frame(caller, words.say("calendar.delivery.of", title)), "calendar/delivery", shown)
                .personal();
    }

    private static Line line(Delivery one, Words words, Moments moments) {
        return new Line(
                one.name(),
                one.sentAt()
                        .flatMap(at -> one.sentSequence()
                                .map(number -> words.say(
                                        "calendar.delivery.sequence", number, moments.day(at), moments.time(at))))
                        .orElseGet(() -> words.say("calendar.delivery.never")),
                mark(one, words),
                one.said().filter(said -> one.refused()),
                one.answer()
                        .flatMap(answer -> one.answeredAt()
                                .map(at -> words.say(
                                        "calendar.delivery.answer." + answer,
                                        moments.day(at),
                                        moments.time(at),
                                        words.say("calendar.delivery.source."
                                                + one.source().orElse("imap")))))
                        .orElse(""),
                Optional.of(one.registration().toString()).filter(id -> one.due() && !one.onlyWaits()));
    }

    private static EventMark mark(Delivery one, Words words) {
        if (!one.due()) {
            return new EventMark("off", "dash", words.say("calendar.delivery.nothing"));
        }
        if (one.refused()) {
            return new EventMark("error", "warning", words.say("calendar.delivery.refused"));
        }
        if (one.onlyWaits()) {
            return new EventMark("wait", "hourglass", words.say("calendar.delivery.waiting"));
        }
        return one.behind()
                ? new EventMark("error", "warning", words.say("calendar.delivery.old"))
                : new EventMark("ok", "tick", words.say("calendar.delivery.sent"));
    }

    private Future<Reply> resend(Visit visit, Admitted<Event> admitted) {
        var event = admitted.thing();
        return visit.body()
                .text("registration")
                .map(id -> deliveries
                        .of(event)
                        .compose(all -> deliveries.resend(
                                event, Deliveries.one(all, Id.of(id).orElseThrow(() -> new NotFound("registration"))))))
                .orElseGet(() -> deliveries.resend(event))
                .map(number -> Reply.seeOther(EventTop.Page.MAILS.of(event) + "?sent=" + number)
                        .personal());
    }
}
