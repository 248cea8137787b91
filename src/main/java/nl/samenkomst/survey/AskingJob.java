package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.spi.EventFormat;

/**
 * Asks people after each gathering: opens its survey when it is over, keeps the list of who came as it is by now, writes to them and,
 * once, to who did not answer; closes the survey at its end.
 */
public final class AskingJob {

    static final String INVITATION = "survey/invitation";
    static final String REMINDER = "survey/reminder";

    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final int MOST = 20;

    private final Pool pool;
    private final Surveys surveys;
    private final Formats formats;
    private final Outbox outbox;
    private final Clock clock;

    public AskingJob(Pool pool, Surveys surveys, Formats formats, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.surveys = surveys;
        this.formats = formats;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Job job() {
        return new Job("asking after gatherings", LOOK, this::run);
    }

    /** What is due by now; side by side on several nodes it is done once. */
    Future<Void> run() {
        var now = clock.instant();
        var due = new DueStore(pool);
        return due.follow(now)
                .compose(done -> due.unopened(now, MOST))
                .compose(this::open)
                .compose(done -> write(now));
    }

    private Future<Void> open(List<UUID> events) {
        var all = Future.<Void>succeededFuture();
        for (var event : events) {
            all = all.compose(done -> open(event));
        }
        return all;
    }

    /** The event is held, so that nobody calls it off meanwhile. */
    private Future<Void> open(UUID id) {
        return pool.withTransaction(tx -> new EventStore(tx)
                        .lock(id)
                        .map(found -> found.filter(Event::published))
                        .compose(found -> found.map(
                                        event -> surveys.open(tx, event).<Void>mapEmpty())
                                .orElseGet(Future::succeededFuture)))
                .onSuccess(done -> surveys.tell(id));
    }

    private Future<Void> write(Instant now) {
        var tickets = new TicketStore(pool);
        return tickets.ask(now)
                .compose(done -> tickets.ungive(now))
                .compose(done -> new DueStore(pool).asking(now))
                .compose(asking -> tell(asking, now))
                .compose(done -> close(now));
    }

    private Future<Void> tell(List<DueStore.Asking> asking, Instant now) {
        var all = Future.<Void>succeededFuture();
        for (var one : asking) {
            var mail =
                    formats.find(one.format()).map(EventFormat::surveyMail).orElse(EventFormat.SurveyMail.SAME_EVENING);
            var times = new AskingTimes(one.end(), one.zone(), mail);
            if (times.asks(now)) {
                all = all.compose(done -> tell(one, times.reminds(now), now));
            }
        }
        return all;
    }

    private Future<Void> tell(DueStore.Asking one, boolean reminds, Instant now) {
        return pool.withTransaction(tx -> {
            var tickets = new TicketStore(tx);
            var invited = tickets.invite(one.survey(), now)
                    .compose(people -> outbox.enqueue(tx, letters(people, one, INVITATION, now)));
            return reminds
                    ? invited.compose(
                                    done -> tickets.remind(one.survey(), now.minus(AskingTimes.NOT_TWICE_WITHIN), now))
                            .compose(people -> outbox.enqueue(tx, letters(people, one, REMINDER, now)))
                    : invited;
        });
    }

    private static List<Outgoing> letters(
            List<TicketStore.Addressee> people, DueStore.Asking one, String letter, Instant now) {
        return people.stream()
                .map(person -> new Outgoing(
                        Optional.of(person.organisation()),
                        subject(person.registration()),
                        0,
                        letter,
                        person.language(),
                        person.email(),
                        new JsonObject()
                                .put("registration", person.registration().toString())
                                .put("event", one.event().toString()),
                        false,
                        now))
                .toList();
    }

    /** What letters to this person about a survey are about. */
    static String subject(UUID registration) {
        return "survey:" + registration;
    }

    private Future<Void> close(Instant now) {
        return pool.withTransaction(tx -> {
            var due = new DueStore(tx);
            return due.close(now).compose(closed -> closed.isEmpty() ? Future.succeededFuture() : due.showRest(closed));
        });
    }
}
