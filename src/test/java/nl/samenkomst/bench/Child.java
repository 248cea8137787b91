package nl.samenkomst.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that we start, and end when we are done with it. What it says on stderr goes to a file. */
final class Child implements AutoCloseable {

    /** As {@code bin/start} does: a small heap, one collector thread, few malloc arenas. */
    private static final List<String> JAVA =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC");

    private static final int END_SECONDS = 20;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A JVM as small as the server's. */
    static Child java(List<String> arguments, Map<String, String> environment, Path folder, String name) {
        var command = new ArrayList<>(JAVA);
        command.addAll(arguments);
        return start(command, environment, folder, name);
    }

    static Child start(List<String> command, Map<String, String> environment, Path folder, String name) {
        var log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(log.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SAMENKOMST_"));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start(), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(String.join(" ", command), failed);
        }
    }

    /** All it says until it ends; fails when it ends ill. */
    String said() {
        try {
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw failed();
            }
            return said.strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** When it was started, until now. */
    Duration age() {
        var since = process.info().startInstant().orElseThrow();
        return Duration.between(since, java.time.Instant.now());
    }

    /** What it holds of the machine's memory (VmRSS), in MB. */
    long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    long id() {
        return process.pid();
    }

    IllegalStateException failed() {
        try {
            return new IllegalStateException("ended with " + process.exitValue() + ":\n" + Files.readString(log));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
        }
    }
}
