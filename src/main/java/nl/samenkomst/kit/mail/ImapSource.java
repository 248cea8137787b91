package nl.samenkomst.kit.mail;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.db.OneNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads a mailbox by IMAP, on one node among all. What is in it is handed over, and once that is in the database, put away: after a
 * crash between the two it is handed over again, which changes nothing.
 */
public final class ImapSource implements ReplySource {

    private static final Logger LOG = LoggerFactory.getLogger(ImapSource.class);

    /** The number by which nodes agree who reads; any, but the same everywhere. */
    private static final long TURN = 6047_5546L;

    private static final int BATCH = 200;
    /** So many share a transaction: enough that its commit is soon forgotten, and few for who waits for a seat meanwhile. */
    private static final int AT_ONCE = 50;

    private static final long POLL_MS = 15_000;
    private static final long FEEL_MS = 15_000;
    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 60_000;
    private static final long LONGEST_COMMAND_HOURS = 2;

    private final Vertx vertx;
    private final ImapUrl url;
    private final DatabaseUrl database;
    private final WorkerExecutor workers;
    private final Context context;

    // Touched on the context alone.
    private Optional<Receiver> receiver = Optional.empty();
    private Optional<OneNode> turn = Optional.empty();
    private Optional<ImapBox> box = Optional.empty();
    private Promise<Void> stopped = Promise.promise();
    private boolean wanted;
    private boolean running;
    private int failures;
    private Promise<Void> pause = Promise.promise();

    public ImapSource(Vertx vertx, ImapUrl url, DatabaseUrl database) {
        this.vertx = vertx;
        this.url = url;
        this.database = database;
        this.workers = vertx.createSharedWorkerExecutor("imap", 2, LONGEST_COMMAND_HOURS, TimeUnit.HOURS);
        this.context = vertx.getOrCreateContext();
    }

    @Override
    public void open(Receiver taker) {
        context.runOnContext(now -> {
            receiver = Optional.of(taker);
            turn = Optional.of(OneNode.of(vertx, database, TURN, new Reading()));
        });
    }

    @Override
    public Future<Void> close() {
        var closed = Promise.<Void>promise();
        context.runOnContext(now ->
                turn.map(OneNode::close).orElseGet(Future::succeededFuture).onComplete(closed));
        return closed.future();
    }

    private final class Reading implements OneNode.Turn {

        @Override
        public void begin() {
            context.runOnContext(now -> {
                wanted = true;
                stopped = Promise.promise();
                if (!running) {
                    running = true;
                    LOG.info("Reading replies from {}", url);
                    round();
                }
            });
        }

        @Override
        public Future<Void> end() {
            var ended = Promise.<Void>promise();
            context.runOnContext(now -> {
                wanted = false;
                if (running) {
                    stopped.future().onComplete(ended);
                    pause.tryComplete();
                    nudge();
                } else {
                    ended.complete();
                }
            });
            return ended.future();
        }
    }

    /** Once round: whatever lies there, then wait; a mailbox that cannot be reached is tried again, less and less often. */
    private void round() {
        if (!wanted) {
            shut().onComplete(done -> {
                running = false;
                stopped.tryComplete();
                if (wanted) {
                    new Reading().begin();
                }
            });
            return;
        }
        opened().compose(this::emptied)
                .onSuccess(open -> {
                    failures = 0;
                    rest(open);
                })
                .onFailure(this::away);
    }

    private Future<ImapBox> opened() {
        return box.map(Future::succeededFuture)
                .orElseGet(() -> blocking(() -> ImapBox.open(url)).onSuccess(fresh -> box = Optional.of(fresh)));
    }

    /** Until nothing is left that can be dealt with now. */
    private Future<ImapBox> emptied(ImapBox open) {
        return blocking(() -> open.oldest(BATCH))
                .compose(found -> found.isEmpty() || !wanted
                        ? Future.succeededFuture(open)
                        : dealt(open, found).compose(done -> emptied(open)));
    }

    private Future<Void> dealt(ImapBox open, List<ImapBox.Found> found) {
        var all = Future.succeededFuture(new ArrayList<Dealt>());
        for (int at = 0; at < found.size(); at += AT_ONCE) {
            var few = found.subList(at, Math.min(found.size(), at + AT_ONCE));
            all = all.compose(before -> some(few).map(dealt -> {
                before.addAll(dealt);
                return before;
            }));
        }
        return all.compose(dealt -> putAway(open, dealt));
    }

    /** A mail, and whether it could be read. */
    private record Dealt(long uid, boolean readable) {}

    private Future<List<Dealt>> some(List<ImapBox.Found> few) {
        return receiver.orElseThrow()
                .take(few.stream().map(found -> found.source().getBytes()).toList())
                .map(receipts -> IntStream.range(0, few.size())
                        .mapToObj(
                                i -> new Dealt(few.get(i).uid(), receipts.get(i).readable()))
                        .toList());
    }

    private Future<Void> putAway(ImapBox open, List<Dealt> dealt) {
        var folders = dealt.stream()
                .collect(Collectors.partitioningBy(
                        Dealt::readable, Collectors.mapping(Dealt::uid, Collectors.toList())));
        return blocking(() -> {
            open.putAway(folders.getOrDefault(true, List.of()), true);
            open.putAway(folders.getOrDefault(false, List.of()), false);
            return null;
        });
    }

    /** Until the server tells of news; where it does not tell, for a while. */
    private void rest(ImapBox open) {
        if (!wanted) {
            round();
            return;
        }
        blocking(open::tells)
                .compose(tells -> tells ? told(open) : pause(POLL_MS))
                .onSuccess(news -> round())
                .onFailure(this::away);
    }

    /**
     * The silence of a server that is gone looks like that of one without news, and some forget what came just before they were told to
     * tell: so it is felt again and again.
     */
    private Future<Void> told(ImapBox open) {
        long timer = vertx.setTimer(FEEL_MS, late -> nudge());
        return this.<Void>blocking(() -> {
                    if (!open.holds()) {
                        open.await();
                    }
                    return null;
                })
                .onComplete(news -> vertx.cancelTimer(timer));
    }

    private Future<Void> pause(long milliseconds) {
        var over = Promise.<Void>promise();
        pause = over;
        vertx.setTimer(milliseconds, due -> over.tryComplete());
        return over.future();
    }

    private void nudge() {
        box.ifPresent(open -> blocking(() -> {
                    open.nudge();
                    return null;
                })
                .onFailure(gone -> LOG.debug("The mailbox does not answer", gone)));
    }

    private void away(Throwable failure) {
        LOG.atLevel(failures == 0 ? Level.WARN : Level.DEBUG)
                .log("Replies cannot be read for now: {}", failure.toString());
        var wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << Math.min(failures, 8));
        failures++;
        shut().compose(done -> wanted ? pause(wait) : Future.<Void>succeededFuture())
                .onComplete(again -> round());
    }

    private Future<Void> shut() {
        var open = box;
        box = Optional.empty();
        return open.map(one -> this.<Void>blocking(() -> {
                    one.close();
                    return null;
                }))
                .orElseGet(Future::succeededFuture)
                .otherwiseEmpty();
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }
}
