package nl.samenkomst.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.samenkomst.kit.db.DatabaseUrl;

/** What the measurement ran on, in words. */
final class Machine {

    private Machine() {}

    static List<String> told(DatabaseUrl url) {
        return List.of(
                "on " + OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores (" + first("/proc/cpuinfo", "model name")
                        + "), " + memory() + " MB of memory, load before the start " + load(),
                "JDK " + System.getProperty("java.vm.version") + ", the server with -Xmx256m -XX:+UseSerialGC",
                "PostgreSQL " + setting(url, "server_version") + ", fsync " + setting(url, "fsync")
                        + ", synchronous_commit " + setting(url, "synchronous_commit") + ", shared_buffers "
                        + setting(url, "shared_buffers"),
                "all of it on this one machine: server, PostgreSQL, and " + Crowd.CLIENTS
                        + " clients without pauses in a JVM of their own; SAMENKOMST_LIMITS=off");
    }

    private static String setting(DatabaseUrl url, String name) {
        return Store.ask(url, "show " + name);
    }

    private static long memory() {
        return Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024;
    }

    private static String load() {
        return read("/proc/loadavg").split(" ", 2)[0];
    }

    private static String first(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
