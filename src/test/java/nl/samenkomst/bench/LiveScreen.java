package nl.samenkomst.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The screen in the room as its script follows it: a hint comes, the page is read, then half a second's pause; a burst is one reading. */
final class LiveScreen implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Pattern COUNT = Pattern.compile("<b>([0-9]+)</b> antwoord");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String screen;
    private final String token;
    private final BlockingQueue<Long> hints = new ArrayBlockingQueue<>(1);
    private final List<Reading> readings = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;

    /** What the screen showed, and when it had it. */
    record Reading(int count, long at) {}

    LiveScreen(int port, String event, String token) {
        this.address = "http://127.0.0.1:" + port;
        this.screen = "/organise/events/" + event + "/screen";
        this.token = token;
    }

    /** Begins to follow; returns once the stream is open and the page was read. */
    void open() throws IOException, InterruptedException {
        var stream = http.send(request("/organise/stream"), HttpResponse.BodyHandlers.ofLines());
        if (stream.statusCode() != 200) {
            throw new IllegalStateException("no stream: " + stream.statusCode());
        }
        daemon("hints", () -> stream.body()
                .takeWhile(line -> !closed)
                .filter(line -> line.startsWith("event: changed"))
                .forEach(line -> hints.offer(System.nanoTime())));
        read();
        daemon("screen", this::follow);
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        try {
            while (!closed) {
                if (hints.poll(1, TimeUnit.SECONDS) != null) {
                    read();
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        } catch (IOException | InterruptedException failed) {
            if (!closed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private void read() throws IOException, InterruptedException {
        var page = http.send(request(screen), HttpResponse.BodyHandlers.ofString());
        var count = COUNT.matcher(page.body());
        if (page.statusCode() != 200 || !count.find()) {
            throw new IllegalStateException(page.statusCode() + " " + page.body());
        }
        readings.add(new Reading(Integer.parseInt(count.group(1)), System.nanoTime()));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "nl")
                .build();
    }

    /** When it showed so many for the first time; -1 while it did not. */
    long shown(int count) {
        synchronized (readings) {
            return readings.stream()
                    .filter(one -> one.count() >= count)
                    .mapToLong(Reading::at)
                    .findFirst()
                    .orElse(-1);
        }
    }

    int readings() {
        return readings.size();
    }

    @Override
    public void close() {
        closed = true;
    }
}
