package nl.samenkomst.kit.lane;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One lane for work that is cheaper done together: what comes while a run is under way waits, and the next run takes it along.
 *
 * <p>When a run fails, its items run again one by one, once, so that nobody pays for another's fault. Safe to use from any
 * thread; who enters from an event loop is answered there.
 *
 * @param <I> what enters
 * @param <O> what comes out of it
 */
public final class Lane<I, O> {

    private record Waiting<I, O>(I item, Promise<O> promise, Optional<Context> context) {

        void answer(Runnable answer) {
            context.ifPresentOrElse(home -> home.runOnContext(now -> answer.run()), answer);
        }
    }

    private final Function<List<I>, Future<List<O>>> work;
    private final Predicate<Throwable> hopeless;
    private final Supplier<? extends RuntimeException> busy;
    private final int most;
    private final int bound;
    private final Deque<Waiting<I, O>> queue = new ArrayDeque<>();
    private boolean running;

    /**
     * @param work does a run: as many results as items, in their order
     * @param hopeless whether a failure leaves no hope for the items one by one either
     * @param busy the failure of who comes when the queue is full
     * @param most items in one run
     * @param bound items in the queue
     */
    public Lane(
            Function<List<I>, Future<List<O>>> work,
            Predicate<Throwable> hopeless,
            Supplier<? extends RuntimeException> busy,
            int most,
            int bound) {
        this.work = work;
        this.hopeless = hopeless;
        this.busy = busy;
        this.most = most;
        this.bound = bound;
    }

    public Future<O> enter(I item) {
        var waiting = new Waiting<I, O>(item, Promise.promise(), Optional.ofNullable(Vertx.currentContext()));
        synchronized (queue) {
            if (queue.size() >= bound) {
                return Future.failedFuture(busy.get());
            }
            queue.add(waiting);
        }
        startRun();
        return waiting.promise.future();
    }

    /** How many wait for the next run. */
    public int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    private void startRun() {
        var group = nextGroup();
        if (!group.isEmpty()) {
            run(group).onComplete(done -> {
                synchronized (queue) {
                    running = false;
                }
                startRun();
            });
        }
    }

    private List<Waiting<I, O>> nextGroup() {
        synchronized (queue) {
            var group = new ArrayList<Waiting<I, O>>();
            while (!running && group.size() < most && !queue.isEmpty()) {
                group.add(queue.remove());
            }
            running |= !group.isEmpty();
            return group;
        }
    }

    private Future<Void> run(List<Waiting<I, O>> group) {
        return results(group)
                .onSuccess(results -> answer(group, results))
                .<Void>mapEmpty()
                .recover(failure -> failed(group, failure));
    }

    private Future<List<O>> results(List<Waiting<I, O>> group) {
        return Future.<Void>succeededFuture()
                .compose(now -> work.apply(group.stream().map(Waiting::item).toList()))
                .map(results -> asMany(group, results));
    }

    private Future<Void> failed(List<Waiting<I, O>> group, Throwable failure) {
        if (group.size() == 1 || hopeless.test(failure)) {
            group.forEach(waiting -> waiting.answer(() -> waiting.promise.fail(failure)));
            return Future.succeededFuture();
        }
        var oneByOne = Future.<Void>succeededFuture();
        for (var waiting : group) {
            oneByOne = oneByOne.compose(done -> run(List.of(waiting)));
        }
        return oneByOne;
    }

    private void answer(List<Waiting<I, O>> group, List<O> results) {
        for (int i = 0; i < group.size(); i++) {
            var waiting = group.get(i);
            var result = results.get(i);
            waiting.answer(() -> waiting.promise.complete(result));
        }
    }

    private List<O> asMany(List<Waiting<I, O>> group, List<O> results) {
        if (results.size() != group.size()) {
            throw new IllegalStateException(group.size() + " went in and " + results.size() + " came out");
        }
        return results;
    }
}
