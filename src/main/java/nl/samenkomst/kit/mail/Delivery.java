package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.kit.lane.Lane;

/** Brings one claimed letter to its end: written, sent, and marked with what came of it. */
final class Delivery {

    private static final Duration WRITING = Duration.ofSeconds(30);
    private static final Duration BEFORE_MARKING_AGAIN = Duration.ofMillis(250);
    private static final int MARKING_TRIES = 150;
    private static final int TOGETHER = 64;

    private final Vertx vertx;
    private final OutboxStore store;
    private final Map<String, LetterWriter> writers;
    private final Smtp smtp;
    private final Retries retries;
    private final Clock clock;
    private final Map<String, Lane<OutboxRow, JsonObject>> freezing;
    private final Lane<OutboxStore.Claim, Boolean> marking;

    Delivery(Vertx vertx, Pool pool, List<LetterWriter> writers, Smtp smtp, Retries retries, Clock clock) {
        this.vertx = vertx;
        this.store = new OutboxStore(pool);
        this.writers = writers.stream().collect(Collectors.toMap(LetterWriter::letter, Function.identity()));
        this.smtp = smtp;
        this.retries = retries;
        this.clock = clock;
        this.freezing = writers.stream()
                .collect(Collectors.toMap(LetterWriter::letter, writer -> lane(rows -> freeze(pool, writer, rows))));
        this.marking = lane(
                claims -> store.sent(claims, clock.instant()).map(done -> Collections.nCopies(claims.size(), true)));
    }

    /** What many letters need of the database at the same time is done together. */
    private static <I, O> Lane<I, O> lane(Function<List<I>, Future<List<O>>> work) {
        return new Lane<>(
                work,
                failure -> false,
                () -> new IllegalStateException("more letters under way than there are lines"),
                TOGETHER,
                TOGETHER * 2);
    }

    /** Ends when the row is marked; the Future holds what came of it, empty when there was nothing left to say. */
    Future<Optional<Outcome>> of(OutboxRow row) {
        return soon(() -> frozen(row))
                .compose(kept -> soon(() -> known(writers, kept).write(kept)))
                .compose(this::sent)
                .recover(failure -> Future.succeededFuture(Optional.of(unwritten(row, failure))))
                .compose(outcome -> marked(row, outcome, MARKING_TRIES));
    }

    /** What the writer wants kept is kept before anything leaves, so that a repeat after a crash finds it. */
    private Future<OutboxRow> frozen(OutboxRow row) {
        return row.frozen().isPresent()
                ? Future.succeededFuture(row)
                : known(freezing, row).enter(row).map(row::keeping);
    }

    private static Future<List<JsonObject>> freeze(Pool pool, LetterWriter writer, List<OutboxRow> rows) {
        return pool.withTransaction(tx -> writer.freeze(tx, rows).compose(kept -> new OutboxStore(tx)
                .freeze(IntStream.range(0, rows.size())
                        .mapToObj(i -> new OutboxStore.Frozen(rows.get(i).id(), kept.get(i)))
                        .toList())
                .map(kept)));
    }

    private Future<Optional<Outcome>> sent(Optional<Letter> letter) {
        return letter.map(ready -> smtp.send(ready).map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** The letter has left or has not: a database that is away for a moment must not make us forget which. */
    private Future<Optional<Outcome>> marked(OutboxRow row, Optional<Outcome> outcome, int tries) {
        return marked(row, outcome)
                .recover(failure -> tries == 0
                        ? Future.failedFuture(failure)
                        : vertx.timer(BEFORE_MARKING_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                                .compose(again -> marked(row, outcome, tries - 1)));
    }

    private Future<Optional<Outcome>> marked(OutboxRow row, Optional<Outcome> outcome) {
        return outcome.map(what -> mark(row, what))
                .orElseGet(() -> store.pointless(row.id(), row.attempts()))
                .map(outcome);
    }

    private Future<Void> mark(OutboxRow row, Outcome outcome) {
        if (outcome instanceof Outcome.Sent) {
            return marking.enter(new OutboxStore.Claim(row.id(), row.attempts()))
                    .mapEmpty();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return store.refused(row.id(), row.attempts(), refused.words());
        }
        var words = ((Outcome.Later) outcome).words();
        return retries.next(row.attempts(), row.began(), clock.instant())
                .map(when -> store.later(row.id(), row.attempts(), when, words))
                .orElseGet(() -> store.refused(row.id(), row.attempts(), words));
    }

    private Outcome unwritten(OutboxRow row, Throwable failure) {
        Postman.LOG.warn("letter {} ({}) could not be written", row.id(), row.letter(), failure);
        return new Outcome.Later("not written: " + failure.getClass().getSimpleName(), false);
    }

    private static <T> T known(Map<String, T> byLetter, OutboxRow row) {
        return Optional.ofNullable(byLetter.get(row.letter()))
                .orElseThrow(() -> new IllegalStateException("nobody writes the letter " + row.letter()));
    }

    private static <T> Future<T> soon(Supplier<Future<T>> step) {
        return Future.succeededFuture().compose(now -> step.get()).timeout(WRITING.toSeconds(), TimeUnit.SECONDS);
    }
}
