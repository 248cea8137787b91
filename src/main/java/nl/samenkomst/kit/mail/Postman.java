package nl.samenkomst.kit.mail;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters out of the outbox and sends them. Every node has one; they share the work by claiming rows for a while, so a
 * letter whose node died is taken up by another.
 */
public final class Postman {

    /** How long a claim holds: longer than writing, sending and marking one letter can last. */
    static final Duration LEASE = Duration.ofMinutes(4);

    /** Letters on the line to the mail server at a time. */
    public static final int LINES = 8;

    /** Letters under way at a time: while few are on the line, many are written and marked together, each time in one commit. */
    private static final int UNDER_WAY = 8 * LINES;

    /** A letter that was claimed and not begun for so long is given back: its claim must outlast the slowest sending. */
    private static final Duration STALE = Duration.ofSeconds(15);

    static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final long LOOK_EACH_MILLIS = 1_000;
    private static final long HINT_WAITS_MILLIS = 30;

    private final Vertx vertx;
    private final Context context;
    private final Claims claims;
    private final Delivery delivery;
    private final Duration quiet;
    private final Clock clock;

    // Touched on the one context only.
    private final List<Promise<Void>> waitForIdle = new ArrayList<>();
    private final Deque<OutboxRow> ready = new ArrayDeque<>();
    private Instant readySince = Instant.MIN;
    private Optional<Long> timer = Optional.empty();
    private Instant quietUntil = Instant.MIN;
    private int underWay;
    private boolean claiming;
    private boolean lookAgain;
    private boolean hinted;
    private boolean paused;
    private boolean closing;

    private Postman(Vertx vertx, Claims claims, Delivery delivery, Duration quiet, Clock clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.claims = claims;
        this.delivery = delivery;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** Starts sending what is laid in this outbox. */
    public static Postman start(
            Vertx vertx, Outbox outbox, Claims claims, List<LetterWriter> writers, Smtp smtp, Clock clock) {
        return start(vertx, outbox, claims, writers, smtp, clock, Retries.USUAL);
    }

    static Postman start(
            Vertx vertx,
            Outbox outbox,
            Claims claims,
            List<LetterWriter> writers,
            Smtp smtp,
            Clock clock,
            Retries retries) {
        var delivery = new Delivery(vertx, claims.pool(), writers, smtp, retries, clock);
        var postman = new Postman(vertx, claims, delivery, retries.quiet(), clock);
        outbox.whenLaid(() -> postman.context.runOnContext(now -> postman.hint()));
        postman.context.runOnContext(now -> postman.begin());
        return postman;
    }

    /** Claims nothing more until resumed; the Future ends when the last letter under way has been marked. */
    public Future<Void> pause() {
        return idleAfter(() -> paused = true);
    }

    public void resume() {
        context.runOnContext(now -> {
            paused = false;
            look();
        });
    }

    /** Claims nothing more, ever; the Future ends when the last letter under way has been marked. */
    public Future<Void> close() {
        return idleAfter(() -> {
            closing = true;
            timer.ifPresent(vertx::cancelTimer);
        });
    }

    private Future<Void> idleAfter(Runnable change) {
        var idle = Promise.<Void>promise();
        context.runOnContext(now -> {
            change.run();
            waitForIdle.add(idle);
            giveBack();
        });
        return idle.future();
    }

    /** What was claimed and not begun goes back to the outbox, where every node can claim it. */
    private void giveBack() {
        if (ready.isEmpty()) {
            tellIfIdle();
            return;
        }
        var back = ready.stream()
                .map(row -> new OutboxStore.Claim(row.id(), row.attempts()))
                .toList();
        ready.clear();
        underWay++;
        claims.store()
                .release(back)
                .onFailure(failure -> LOG.warn("letters are not given back: {}", failure.getMessage()))
                .onComplete(done -> {
                    underWay--;
                    tellIfIdle();
                });
    }

    private void begin() {
        timer = Optional.of(vertx.setPeriodic(LOOK_EACH_MILLIS, each -> look()));
        look();
    }

    /** Letters are laid in a transaction that is not over yet: so we look a moment later, once for many. */
    private void hint() {
        if (!hinted) {
            hinted = true;
            vertx.setTimer(HINT_WAITS_MILLIS, soon -> {
                hinted = false;
                look();
            });
        }
    }

    private void look() {
        if (claiming) {
            lookAgain = true;
            return;
        }
        if (resting()) {
            giveBack();
            return;
        }
        if (!ready.isEmpty() && clock.instant().isAfter(readySince.plus(STALE))) {
            giveBack();
        }
        while (underWay < UNDER_WAY && !ready.isEmpty()) {
            deliver(ready.remove());
        }
        if (ready.isEmpty() && underWay < UNDER_WAY) {
            claim();
        }
    }

    private boolean resting() {
        return closing || paused || clock.instant().isBefore(quietUntil);
    }

    private void claim() {
        claiming = true;
        lookAgain = false;
        claims.next(claims.batch(), LEASE)
                .onFailure(failure -> LOG.warn("the outbox cannot be read: {}", failure.getMessage()))
                .onComplete(claimed -> {
                    claiming = false;
                    readySince = clock.instant();
                    ready.addAll(Optional.ofNullable(claimed.result()).orElse(List.of()));
                    if (!ready.isEmpty() || lookAgain) {
                        look();
                    }
                    tellIfIdle();
                });
    }

    private void deliver(OutboxRow row) {
        underWay++;
        delivery.of(row)
                .onSuccess(this::restIfUnreachable)
                .onFailure(failure -> LOG.warn("letter {} is not marked: {}", row.id(), failure.getMessage()))
                .onComplete(done -> {
                    underWay--;
                    look();
                    tellIfIdle();
                });
    }

    /** A server that is away is left in peace for a moment, rather than asked once for each waiting letter. */
    private void restIfUnreachable(Optional<Outcome> outcome) {
        if (outcome.orElse(null) instanceof Outcome.Later later && later.unreachable()) {
            quietUntil = clock.instant().plus(quiet);
        }
    }

    private void tellIfIdle() {
        if (!claiming && underWay == 0 && ready.isEmpty()) {
            waitForIdle.forEach(Promise::tryComplete);
            waitForIdle.clear();
        }
    }
}
