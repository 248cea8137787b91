package nl.samenkomst;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.demo.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: migrates the database and serves until it is told to stop. */
@Command(
        name = "serve",
        description = "Migrates the database, then serves until it is told to stop (Ctrl-C, SIGTERM).",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final int DRAIN_SECONDS = Doors.DRAIN_SECONDS + 1;

    private final Console console;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Running> running = Optional.empty();

    @ArgGroup(exclusive = true)
    private Demo demo = new Demo();

    /** Whether the demo data is loaded; left open, it is into an empty embedded database. */
    static final class Demo {

        @Option(names = "--demo", description = "Load the demo data once, also into an external database.")
        private boolean wanted;

        @Option(names = "--no-demo", description = "Do not load the demo data.")
        private boolean unwanted;

        Wish of(Config config) {
            if (wanted) {
                return Wish.ALWAYS;
            }
            return unwanted || config.database().isPresent() ? Wish.NEVER : Wish.IF_EMPTY;
        }
    }

    Serve(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var ground = new Ground(console.config());
        var hook = new Thread(() -> stop(ground), "stopping");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            var wish = demo.of(ground.config());
            var started = Awaited.result(new Opening(ground, Clock.systemUTC(), wish).open(console::say));
            open(started);
            Greeting.of(started).lines().forEach(console::say);
            stopped.await();
            return 0;
        } finally {
            if (stopped.getCount() > 0) {
                Runtime.getRuntime().removeShutdownHook(hook);
                ground.close();
            }
        }
    }

    private synchronized void open(Running started) {
        running = Optional.of(started);
    }

    private synchronized Optional<Running> running() {
        return running;
    }

    /** In this order: visitors, mail, connections, Vert.x, and the database last. */
    private void stop(Ground ground) {
        try {
            running().ifPresent(Serve::drain);
        } finally {
            ground.close();
            stopped.countDown();
        }
    }

    private static void drain(Running running) {
        try {
            Awaited.result(running.drain().timeout(DRAIN_SECONDS, TimeUnit.SECONDS));
        } catch (RuntimeException failed) {
            LOG.warn("not everything ended well within {} s: {}", DRAIN_SECONDS, failed.toString());
        }
    }
}
