package nl.samenkomst.kit.db;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder with PostgreSQL's files, and the server that works in it: made, started, found and stopped. */
final class Cluster {

    static final String HOST = "127.0.0.1";
    static final String DATABASE = "samenkomst";
    static final String USER = "samenkomst";

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final long LOG_BYTES = 4_000_000;
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 6;
    private static final int TRIES = 3;

    /** What every cluster gets; durable, since a registration that was answered must survive a power cut. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", HOST,
            "unix_socket_directories", "",
            "max_connections", "100",
            "shared_buffers", "64MB",
            "fsync", "on",
            "synchronous_commit", "on",
            "log_checkpoints", "off",
            "jit", "off");

    private final Path folder;
    private final Binaries binaries;
    private final RunsAs runsAs;

    Cluster(Path folder, Binaries binaries) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.runsAs = RunsAs.whoeverMay(folder);
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /**
     * Makes the cluster with its one user and one database. It gets its name when it is whole, so one that was cut
     * short is never started.
     */
    void make(String password, Map<String, String> moreSettings) throws IOException {
        var parent = Folders.parent(folder);
        Folders.deleteAll(parent, "postgres-making");
        var part = Files.createDirectory(parent.resolve("postgres-making"));
        var secret = Files.createTempFile(parent, "postgres-making", ".secret");
        try {
            Files.writeString(secret, password);
            runsAs.own(part);
            runsAs.own(secret);
            runsAs.mustReach(part);
            runsAs.mustReach(Path.of(binaries.program("initdb")));
            run(initdb(part, secret, moreSettings), "").orThrow("make the database in " + folder);
            run(oneUser(part), "create database " + DATABASE + "\n").orThrow("make the database in " + folder);
            Files.move(part, folder, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(secret);
            Folders.delete(part);
        }
    }

    private List<String> initdb(Path part, Path secret, Map<String, String> moreSettings) {
        var words = new ArrayList<>(List.of(binaries.program("initdb"), "-D", part.toString(), "-U", USER));
        words.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + secret, "--encoding=UTF8"));
        // PostgreSQL's own C.UTF-8: the same on every system, whatever locales that has.
        words.addAll(List.of("--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        var settings = new TreeMap<>(SETTINGS);
        settings.putAll(moreSettings);
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    /** PostgreSQL without a network, for the one statement that must have run before the cluster gets its name. */
    private List<String> oneUser(Path part) {
        return List.of(
                binaries.program("postgres"),
                "--single",
                "-c",
                "exit_on_error=true",
                "-D",
                part.toString(),
                "postgres");
    }

    /** The server, if it runs and lets people in. */
    Optional<Postmaster> running() throws IOException {
        return Postmaster.of(folder).filter(server -> server.lives() && server.answers());
    }

    /** Starts the server, on the given port if that is free; one that is still going up or down is waited for. */
    Postmaster start(int likedPort) throws IOException {
        var outcome = new Command.Outcome(0, "");
        for (var left = TRIES; left > 0; left--) {
            var server = settled();
            if (server.isPresent()) {
                return server.get();
            }
            outcome = startOnce(freePort(left == TRIES ? likedPort : 0));
        }
        throw new DatabaseProblem("cannot start the database in " + folder + ": " + outcome.said()
                + "\nThe end of its log, " + log() + ":\n" + endOfLog());
    }

    /** What is there once a server on its way up or down has arrived; a dead one's traces are cleared away. */
    private Optional<Postmaster> settled() throws IOException {
        var deadline = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
        while (System.nanoTime() < deadline) {
            var server = Postmaster.of(folder);
            if (server.isEmpty() || (server.get().lives() && server.get().answers())) {
                return server;
            }
            if (!server.get().lives()) {
                // PostgreSQL itself would take any process that bears the number now for the old server.
                Files.deleteIfExists(folder.resolve("postmaster.pid"));
                return Optional.empty();
            }
            server.get().awaitChange();
        }
        throw new DatabaseProblem("the database in " + folder + " runs but lets nobody in; see " + log());
    }

    private Command.Outcome startOnce(int port) throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_BYTES) {
            Files.move(log(), folder.resolve("server.old.log"), REPLACE_EXISTING);
        }
        runsAs.own(folder);
        runsAs.mustReach(folder);
        // By pg_ctl, which detaches it from our terminal: Ctrl-C must not reach the database before it reaches us.
        return run(control("start", START_SECONDS, List.of("-l", log().toString(), "-o", "-p " + port)), "");
    }

    /** Stops the server if it runs: those connected are cut off, what was committed is safe. */
    void stop() throws IOException {
        if (Postmaster.of(folder).filter(Postmaster::lives).isPresent()
                && !run(control("stop", STOP_SECONDS, List.of("-m", "fast")), "")
                        .well()) {
            run(control("stop", STOP_SECONDS, List.of("-m", "immediate")), "")
                    .orThrow("stop the database in " + folder);
        }
    }

    private List<String> control(String verb, int seconds, List<String> more) {
        var words = new ArrayList<>(List.of(binaries.program("pg_ctl"), verb, "-D", folder.toString(), "-w"));
        words.addAll(List.of("-t", Integer.toString(seconds)));
        words.addAll(more);
        return words;
    }

    private Command.Outcome run(List<String> program, String input) throws IOException {
        return new Command(runsAs.words(program), binaries.folder(), input).run(LONGEST);
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private String endOfLog() throws IOException {
        if (!Files.exists(log())) {
            return "(there is none)";
        }
        var lines = Files.readAllLines(log(), ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    /** Where a server on this port is; by number, so that no look-up of a name can lead elsewhere. */
    static InetSocketAddress address(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    /** The liked port if nobody has it, else any that is free. */
    private static int freePort(int liked) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(address(liked));
            return socket.getLocalPort();
        } catch (BindException e) {
            return freePort(0);
        }
    }
}
