package nl.samenkomst.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Supplier;

/** So many clients at once, on one event loop; each goes on without a pause. */
final class Crowd {

    /** How many clients there are in every row. */
    static final int CLIENTS = 64;

    private static final int GRACE_SECONDS = 60;

    private final Vertx vertx;
    private final NetClient net;
    private final int port;

    Crowd(Vertx vertx, int port) {
        this.vertx = vertx;
        this.net = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        this.port = port;
    }

    /** What was counted: the errands done while it was open, and all there were, warm-up and tail included. */
    static final class Tally {

        private final long from;
        private final long until;
        private final Latencies latencies = new Latencies();
        private long all;

        Tally(long from, long until) {
            this.from = from;
            this.until = until;
        }

        void done(long began, long ended) {
            all++;
            if (ended >= from && ended < until) {
                latencies.add(ended - began);
            }
        }

        boolean closed() {
            return System.nanoTime() >= until;
        }

        long all() {
            return all;
        }

        double perSecond() {
            return latencies.count() / ((until - from) / 1e9);
        }

        double milliseconds(double share) {
            return latencies.milliseconds(share);
        }
    }

    /** Lets the clients run their errands: warms up, counts, lets what is under way end; blocks. */
    Tally run(Supplier<Errand> errands, Duration warmUp, Duration counted) {
        long from = System.nanoTime() + warmUp.toNanos();
        var tally = new Tally(from, from + counted.toNanos());
        var ended = new ArrayList<Future<Void>>();
        var context = vertx.getOrCreateContext();
        var all = Future.<Void>future(done -> context.runOnContext(now -> {
            for (int i = 0; i < CLIENTS; i++) {
                ended.add(client(errands.get(), tally));
            }
            Future.all(ended).<Void>mapEmpty().onComplete(done);
        }));
        Waiting.until(all, warmUp.plus(counted).plus(Duration.ofSeconds(GRACE_SECONDS)));
        return tally;
    }

    private Future<Void> client(Errand errand, Tally tally) {
        return net.connect(port, "127.0.0.1")
                .compose(socket -> new Client(socket, errand, tally).run().eventually(() -> socket.close()));
    }
}
