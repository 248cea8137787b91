package nl.samenkomst.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much processor time the server and PostgreSQL spend on each registration. Where others work on the same machine it tells more
 * than a rate does.
 */
final class Labour {

    /** In {@code /proc/<pid>/stat} time is counted in hundredths of a second (proc(5), "utime"; USER_HZ). */
    private static final double MICROSECONDS = 10_000;

    private final List<Long> processes;
    private List<Long> before = List.of();

    /** @param processes the server's number, and that of PostgreSQL's first process */
    Labour(long... processes) {
        this.processes = LongStream.of(processes).boxed().toList();
    }

    void begin() {
        before = processes.stream().map(Labour::spent).toList();
    }

    /** What each of so many cost since the beginning. */
    String each(long count) {
        return String.format(
                Locale.ROOT,
                "   processor time each: server %.0f µs, PostgreSQL %.0f µs",
                (spent(processes.get(0)) - before.get(0)) * MICROSECONDS / count,
                (spent(processes.get(1)) - before.get(1)) * MICROSECONDS / count);
    }

    /** Of the process, its living descendants, and those that it outlived. */
    private static long spent(long process) {
        var living = ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(one -> ticks(one.pid(), 2));
        return LongStream.concat(LongStream.of(ticks(process, 4)), living).sum();
    }

    private static long ticks(long process, int columns) {
        try {
            var line = Files.readString(Path.of("/proc/" + process + "/stat"));
            return Stream.of(line.substring(line.lastIndexOf(')') + 2).split(" "))
                    .skip(11)
                    .limit(columns)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
