package nl.samenkomst.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The packaged jar, started as anyone starts it, with limits off and on free ports. */
final class Installation implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Child child;
    private final int port;
    private final Duration untilReady;

    private Installation(Child child, int port, Duration untilReady) {
        this.child = child;
        this.port = port;
        this.untilReady = untilReady;
    }

    /**
     * What is started, and on what.
     *
     * @param settings the database and, where there is one, the mail server; the rest is set here
     */
    record Plan(Path jar, Path folder, Map<String, String> settings) {

        Plan with(String name, String value) {
            var more = new HashMap<>(settings);
            more.put(name, value);
            return new Plan(jar, folder, more);
        }

        private Map<String, String> environment() {
            var all = new HashMap<>(settings);
            all.put("SAMENKOMST_LIMITS", "off");
            all.putIfAbsent("SAMENKOMST_DATA", folder.toString());
            return all;
        }

        /** Runs a sub-command to its end. */
        String run(String... arguments) {
            var command = new ArrayList<>(List.of("-jar", jar.toString()));
            command.addAll(List.of(arguments));
            try (var child = Child.java(command, environment(), folder, "command")) {
                return child.said();
            }
        }
    }

    /** Starts it and waits until it is ready. */
    static Installation start(Plan plan, String... options) {
        int port = freePort();
        int management = freePort();
        var all = plan.with("SAMENKOMST_PORT", "" + port).with("SAMENKOMST_MANAGEMENT_PORT", "" + management);
        var command = new ArrayList<>(List.of(options));
        command.addAll(List.of("-jar", plan.jar().toString(), "serve", "--no-demo"));
        var child = Child.java(command, all.environment(), plan.folder(), "server");
        return new Installation(child, port, whenReady(child, management));
    }

    private static Duration whenReady(Child child, int management) {
        var http = HttpClient.newHttpClient();
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/health/ready"))
                .build();
        while (child.alive() && child.age().compareTo(PATIENCE) < 0) {
            try {
                if (http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return child.age();
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(LOOK.toNanos());
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        throw child.alive() ? new IllegalStateException("not ready within " + PATIENCE) : child.failed();
    }

    /** A port that nobody listens on just now. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    int port() {
        return port;
    }

    Duration untilReady() {
        return untilReady;
    }

    long process() {
        return child.id();
    }

    long residentMegabytes() {
        return child.residentMegabytes();
    }

    @Override
    public void close() {
        child.close();
    }
}
