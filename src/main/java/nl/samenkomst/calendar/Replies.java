package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.kit.db.Away;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.ReplySource;
import nl.samenkomst.kit.mail.ReplySource.Receipt;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.registration.Answering;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what calendars answer: each message counts once, in one transaction with all that follows from it. */
public final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int READING_SECONDS = 10;

    private final Pool pool;
    private final WorkerExecutor workers;
    private final Registrations registrations;
    private final Correspondence correspondence;
    private final Outbox outbox;
    private final Clock clock;

    /**
     * What they are taken with.
     *
     * @param workers where messages are read, apart from where letters are written
     */
    public record Means(
            Pool pool,
            WorkerExecutor workers,
            Registrations registrations,
            Correspondence correspondence,
            Outbox outbox,
            Clock clock) {}

    public Replies(Means means) {
        this.pool = means.pool();
        this.workers = means.workers();
        this.registrations = means.registrations();
        this.correspondence = means.correspondence();
        this.outbox = means.outbox();
        this.clock = means.clock();
    }

    /** A message, read. */
    private record Message(Buffer hash, String source, Heard heard) {}

    /** What takes messages from this source: {@code imap} or {@code caught}. */
    public ReplySource.Receiver from(String source) {
        return bytes -> read(bytes, source).compose(this::once);
    }

    private Future<Message> read(byte[] bytes, String source) {
        var hash = hash(bytes);
        return workers.executeBlocking(() -> ReplyReader.read(bytes), false)
                .timeout(READING_SECONDS, TimeUnit.SECONDS)
                .otherwise(late -> new Heard.Unreadable("takes too long to read"))
                .map(heard -> new Message(hash, source, heard));
    }

    private Future<Receipt> once(Message message) {
        return new ReplyStore(pool)
                .seen(message.hash())
                .compose(seen -> seen.map(Future::succeededFuture).orElseGet(() -> taken(message)))
                .recover(failure -> setAside(message, failure))
                .map(finding -> new Receipt(finding != Finding.UNREADABLE, finding.code()));
    }

    /** One that brings us down must not stand in the way of the rest; where the database is away, none can be taken. */
    private Future<Finding> setAside(Message message, Throwable failure) {
        if (Away.is(failure)) {
            return Future.failedFuture(failure);
        }
        LOG.error("A message cannot be dealt with", failure);
        return kept(message, "unreadable", Finding.UNREADABLE, Optional.of("a fault of ours"));
    }

    private Future<Finding> taken(Message message) {
        if (message.heard() instanceof Heard.Answer answer) {
            return new ReplyStore(pool)
                    .registration(answer.uid())
                    .compose(id -> id.map(registrations::find).orElseGet(Replies::nobody))
                    .compose(one -> one.map(known -> answered(message, answer, known))
                            .orElseGet(() -> kept(message, method(answer), Finding.UNKNOWN, Optional.empty())));
        }
        if (message.heard() instanceof Heard.Bounced bounced) {
            return bounced(message, bounced);
        }
        if (message.heard() instanceof Heard.Automatic automatic) {
            return about(message, "automatic", automatic.about(), Finding.AUTOMATIC);
        }
        if (message.heard() instanceof Heard.Letter letter) {
            return about(message, "letter", letter.about(), Finding.LETTER);
        }
        var why = ((Heard.Unreadable) message.heard()).why();
        return kept(message, "unreadable", Finding.UNREADABLE, Optional.of(why));
    }

    private static Future<Optional<Registration>> nobody() {
        return Future.succeededFuture(Optional.empty());
    }

    private Future<Finding> answered(Message message, Heard.Answer answer, Registration known) {
        return registrations.answered(
                known, answering -> judged(answering, answer).compose(judgement -> {
                    var finding = judgement.finding(correspondence);
                    return follow(answering, judgement, finding)
                            .compose(done -> new ReplyStore(answering.tx()).keep(line(message, judgement, finding)))
                            .map(fresh -> finding);
                }));
    }

    private static Future<Judgement> judged(Answering answering, Heard.Answer answer) {
        var one = answering.registration();
        var invite = new InviteStore(answering.tx()).find(one.id());
        var earlier = new ReplyStore(answering.tx()).earlier(one.id());
        return Future.all(invite, earlier)
                .map(both -> new Judgement(
                        answer,
                        one,
                        invite.result().orElseThrow(() -> new NotFound("invite")),
                        answering.late(),
                        earlier.result(),
                        answering.now()));
    }

    private Future<Void> follow(Answering answering, Judgement judgement, Finding finding) {
        return switch (finding) {
            case ACCEPTED, TENTATIVE -> answering.note(finding.code());
            case DECLINED -> answering.decline();
            case NOT_BACK -> judgement.toldLately(finding) ? Future.succeededFuture() : answering.tellNotBack();
            case STALE -> judgement.toldLately(finding) ? Future.succeededFuture() : again(answering, judgement);
            default -> Future.succeededFuture();
        };
    }

    /** How it is now, unless that is on its way already. */
    private Future<Void> again(Answering answering, Judgement judgement) {
        var invite = judgement.invite();
        return invite.sentSequence().equals(Optional.of(invite.sequence()))
                ? outbox.enqueue(
                        answering.tx(),
                        List.of(Invites.letter(answering.registration(), invite, Tidings.AGAIN, answering.now())))
                : Future.succeededFuture();
    }

    private static ReplyLine line(Message message, Judgement judgement, Finding finding) {
        var one = judgement.registration();
        var line = ReplyLine.of(
                        message.hash(),
                        message.source(),
                        method(judgement.answer()),
                        finding,
                        Optional.empty(),
                        judgement.now())
                .about(one.organisation(), Optional.of(one.event()), Optional.of(one.id()));
        return one.email().isEmpty() ? line : line.saying(judgement.answer(), judgement.said(), judgement.stamp());
    }

    private static String method(Heard.Answer answer) {
        return answer.counter() ? "counter" : "reply";
    }

    /** The letter is marked as refused in the same transaction; one that is not ours is shown all the same. */
    private Future<Finding> bounced(Message message, Heard.Bounced bounced) {
        var words = Optional.of(bounced.words()).filter(text -> !text.isEmpty());
        return pool.withTransaction(tx -> outbox.bounced(tx, bounced.letters(), bounced.words())
                .compose(ours -> new ReplyStore(tx).keep(placed(base(message, "bounce", Finding.BOUNCED, words), ours)))
                .map(fresh -> Finding.BOUNCED));
    }

    private Future<Finding> about(Message message, String method, List<String> letters, Finding finding) {
        return outbox.known(pool, letters)
                .compose(ours ->
                        new ReplyStore(pool).keep(placed(base(message, method, finding, Optional.empty()), ours)))
                .map(fresh -> finding);
    }

    private Future<Finding> kept(Message message, String method, Finding finding, Optional<String> words) {
        return new ReplyStore(pool).keep(base(message, method, finding, words)).map(fresh -> finding);
    }

    private ReplyLine base(Message message, String method, Finding finding, Optional<String> words) {
        return ReplyLine.of(message.hash(), message.source(), method, finding, words, clock.instant());
    }

    private static ReplyLine placed(ReplyLine line, Optional<Outbox.Ours> ours) {
        return ours.map(letter -> line.about(letter.organisation(), letter.event(), letter.registration()))
                .orElse(line);
    }

    /** Over the Message-ID and the body: what servers on the way wrote on top makes no other message of it. */
    private static Buffer hash(byte[] source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            int body = MessageHead.end(source);
            digest.update(MessageHead.messageId(source, body));
            digest.update(source, body, source.length - body);
            return Buffer.buffer(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("this Java has no SHA-256", never);
        }
    }
}
