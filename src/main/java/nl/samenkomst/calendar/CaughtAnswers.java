package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.mail.Catcher;
import nl.samenkomst.kit.mail.CaughtMail;
import nl.samenkomst.kit.mail.ReplySource;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** The buttons that a calendar program puts over an invitation, for mail that is caught: they send the answer that it would send. */
public final class CaughtAnswers implements Panel<CaughtMail>, Feature, ReplySource {

    private static final int ORDER = 10;

    private final Catcher catcher;
    private final WorkerExecutor workers;
    private final Clock clock;
    private volatile Optional<Receiver> receiver = Optional.empty();

    /** @param workers where caught mail is read */
    public CaughtAnswers(Catcher catcher, WorkerExecutor workers, Clock clock) {
        this.catcher = catcher;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * The buttons.
     *
     * @param news what came of the last one that was pressed
     */
    record Buttons(String action, String token, Optional<String> news) {}

    @Override
    public void open(Receiver taker) {
        receiver = Optional.of(taker);
    }

    @Override
    public Future<Void> close() {
        receiver = Optional.empty();
        return Future.succeededFuture();
    }

    @Override
    public Future<Map<CaughtMail, Shown>> on(List<CaughtMail> mails, Visit visit) {
        return Future.succeededFuture(mails.stream()
                .filter(mail -> mail.calendar().filter(AnswerMail::asks).isPresent())
                .collect(toMap(identity(), mail -> shown(mail, visit))));
    }

    private static Shown shown(CaughtMail mail, Visit visit) {
        var news = visit.query("came")
                .flatMap(code -> Arrays.stream(Finding.values())
                        .filter(one -> one.code().equals(code))
                        .findFirst())
                .map(one -> visit.words().say("calendar.caught." + told(one)));
        var token = visit.site().tokens().issue(scope(mail.id()));
        return new Shown(ORDER, "answer", "calendar/buttons", new Buttons(path(mail.id()), token, news));
    }

    /** The page has words for what a button can lead to. */
    private static String told(Finding finding) {
        return switch (finding) {
            case ACCEPTED, TENTATIVE, DECLINED, STALE, OLDER, LATE, NOT_BACK -> finding.code();
            case NO_SEAT, GONE -> Finding.NO_SEAT.code();
            default -> "nothing";
        };
    }

    private static String path(String id) {
        return "/dev/mail/" + id + "/answer";
    }

    private static String scope(String id) {
        return "caught " + id;
    }

    @Override
    public void mount(Site site) {
        site.post("/dev/mail/:id/answer", Anyone.anywhere(), this::answer);
    }

    private Future<Reply> answer(Visit visit) {
        var id = visit.path("id");
        return workers.executeBlocking(() -> catcher.find(id), false)
                .map(found -> found.flatMap(CaughtMail::calendar)
                        .filter(AnswerMail::asks)
                        .orElseThrow(() -> new NotFound("mail")))
                .compose(calendar -> taken(visit, id, calendar))
                .map(receipt -> back(visit, id, receipt));
    }

    private Future<Receipt> taken(Visit visit, String id, String calendar) {
        var token = visit.body().text("token").orElse("");
        var age = visit.site().tokens().judge(scope(id), token).age();
        if (age == FormTokens.Age.FORGED || age == FormTokens.Age.TOO_OLD) {
            throw Refusal.of(403, "form", "calendar.caught.form");
        }
        var answer = visit.body()
                .text("answer")
                .flatMap(Heard.Partstat::of)
                .orElseThrow(() -> Refusal.invalid("answer", "calendar.caught.form"));
        return receiver.map(taker -> taker.take(AnswerMail.to(calendar, answer, clock.instant())))
                .orElseGet(() -> Future.succeededFuture(new Receipt(true, "")));
    }

    private static Reply back(Visit visit, String id, Receipt receipt) {
        var lang = visit.askedLanguage().map(tag -> "&lang=" + tag).orElse("");
        return Reply.seeOther("/dev/mail/" + id + "?came=" + receipt.outcome() + lang);
    }
}
