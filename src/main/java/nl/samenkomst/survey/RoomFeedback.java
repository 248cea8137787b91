package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.spi.Gathering;

/** Answering in the room, by the code on its screen: typed at a short address, or in the address that the square holds. */
final class RoomFeedback implements Feature {

    /** Where one types the code. */
    static final String SHORT = "/f";

    private static final String CODE = "code";
    private static final String SLIP = "survey code";

    /** A whole room shares one address, and everybody may slip once; a right code forgives. */
    private static final Throttle.Rate SLIPS = new Throttle.Rate(120, Duration.ofSeconds(3));

    private final SqlClient sql;
    private final EventShelf events;
    private final SurveyShelf shelf;
    private final FeedbackPage page;
    private final Throttle throttle;

    /**
     * What the page that asks for the code shows.
     *
     * @param code as it was typed
     */
    record Asking(String code, Optional<FormShown.Wrong> wrong, String error) {}

    /** @param sql the pool */
    RoomFeedback(SqlClient sql, EventShelf events, SurveyShelf shelf, FeedbackPage page, Throttle throttle) {
        this.sql = sql;
        this.events = events;
        this.shelf = shelf;
        this.page = page;
        this.throttle = throttle;
    }

    @Override
    public void mount(Site site) {
        site.get(SHORT, Anyone.anywhere(), visit -> Future.succeededFuture(asking(visit, "", Optional.empty())));
        site.post(SHORT, Anyone.anywhere(), this::find);
        site.get("/events/:event/feedback", Anyone.visiting(events), this::show);
        site.post("/events/:event/feedback", Anyone.visiting(events), this::send);
    }

    /** The questions of the event with this code; nothing is told of events to who does not know one. */
    private Future<Reply> find(Visit visit) {
        var code = visit.body().text(CODE).orElse("").replaceAll("[^0-9]", "");
        return throttle.fromAddress(SLIP, visit, SLIPS)
                .compose(counted -> event(code))
                .compose(found -> found.map(
                                event -> throttle.forgetAddress(SLIP, visit).map(Reply.seeOther(path(event, code))))
                        .orElseGet(
                                () -> Future.succeededFuture(wrong(visit, code).status(422))));
    }

    private Future<Optional<Event>> event(String code) {
        return new SurveyStore(sql).eventByCode(code, page.clock().instant()).compose(found -> found.map(
                        new EventStore(sql)::find)
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** The address that the square on the screen holds. */
    static String path(Event event, String code) {
        return "/events/" + event.slug() + "/feedback?code=" + code;
    }

    private Reply wrong(Visit visit, String code) {
        return asking(visit, code, Optional.of(code.isEmpty() ? "survey.fault.noCode" : "survey.fault.code"));
    }

    private static Reply asking(Visit visit, String code, Optional<String> fault) {
        var words = visit.words();
        var title = words.say("survey.code.title");
        var shown = new Asking(
                code,
                fault.map(text -> FormShown.Wrong.of(List.of(Fault.of(CODE, text)), words)),
                fault.map(words::say).orElse(""));
        var said = fault.isPresent() ? words.say("frame.fault", title) : title;
        return Reply.page(visit.site().owner().titled(said).hidden().styled("lookback"), "survey/code", shown)
                .personal();
    }

    private Future<Reply> show(Visit visit, Event event) {
        var code = visit.query(CODE).orElse("");
        return guest(visit, event, code).compose(found -> found.map(guest -> closed(guest)
                        .map(kind -> page.told(guest, kind, List.of()))
                        .orElseGet(() -> page.form(guest, FeedbackForm.EMPTY)))
                .orElseGet(() -> Future.succeededFuture(
                        code.isEmpty() ? asking(visit, "", Optional.empty()) : missed(visit, code))));
    }

    /** Nobody finds the code of an event by trying them all in its address. */
    private Reply missed(Visit visit, String code) {
        throttle.lookFromAddress(SLIP, visit, SLIPS);
        return wrong(visit, code).status(404);
    }

    private Future<Reply> send(Visit visit, Event event) {
        var body = visit.body();
        if (!body.typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        var code = body.text(CODE).orElse("");
        return guest(visit, event, code).compose(found -> found.map(guest -> closed(guest)
                        .map(kind -> page.told(guest, kind, List.of()))
                        .orElseGet(() -> taken(guest)))
                .orElseGet(() -> throttle.fromAddress(SLIP, visit, SLIPS)
                        .map(counted -> wrong(visit, code).status(422))));
    }

    private Future<Reply> taken(FeedbackPage.Guest guest) {
        var body = guest.visit().body();
        var form = FeedbackForm.read(body, guest.survey());
        var judged = guest.visit()
                .site()
                .tokens()
                .judge(FeedbackShown.scope(guest.survey()), body.text("token").orElse(""));
        return judged.good()
                ? page.take(guest, form, new Ballot.Device(mark(guest, judged)))
                : page.form(guest, form.with(Fault.of(first(guest.survey()), "survey.fault." + late(judged))));
    }

    private static String first(Survey survey) {
        return FeedbackForm.field(survey.questions().get(0).id());
    }

    private static String late(FormTokens.Judged judged) {
        return judged.age() == FormTokens.Age.TOO_YOUNG ? "young" : "old";
    }

    /** A hash of the device's key, which tells nothing elsewhere; where no script made one, the form's own nonce. */
    private static Buffer mark(FeedbackPage.Guest guest, FormTokens.Judged judged) {
        var key = guest.visit()
                .body()
                .text("device")
                .filter(text -> text.matches("[A-Za-z0-9-]{16,64}"))
                .map(text -> "device " + text)
                .orElse("form " + judged.nonce());
        Links links = guest.visit().links();
        return Buffer.buffer(
                links.hmac("survey device", bytes(guest.survey().id()), key.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private Optional<Told.Kind> closed(FeedbackPage.Guest guest) {
        if (guest.event().cancelled()) {
            return Optional.of(Told.Kind.CANCELLED);
        }
        if (page.coming(guest.event())) {
            return Optional.of(Told.Kind.EARLY);
        }
        return guest.survey().closed(page.clock().instant()) ? Optional.of(Told.Kind.CLOSED) : Optional.empty();
    }

    /** Empty for who does not have this event's code. */
    private Future<Optional<FeedbackPage.Guest>> guest(Visit visit, Event event, String code) {
        return shelf.of(event.id()).map(found -> found.flatMap(SurveyShelf.Asking::survey)
                .filter(survey -> survey.code().equals(Optional.of(code)))
                .map(survey -> new FeedbackPage.Guest(
                        visit,
                        event,
                        survey,
                        Optional.empty(),
                        new FeedbackShown.Post(
                                "/events/" + event.slug() + "/feedback",
                                Optional.of(code),
                                "",
                                event.attendance() == Gathering.HYBRID))));
    }
}
