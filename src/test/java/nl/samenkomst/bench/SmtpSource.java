package nl.samenkomst.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Postfix's own load generator: messages of x's as fast as it can, over so many connections that it keeps open. */
final class SmtpSource {

    private static final int FIRST = 2_000;

    private final Path program;
    private final Path folder;
    private final int connections;

    /** @param program {@code smtp-source}, its libraries where Debian's package has them */
    SmtpSource(Path program, Path folder, int connections) {
        this.program = program;
        this.folder = folder;
        this.connections = connections;
    }

    /** Messages of this size taken per second, by this sink; a first few tell how many make up the time. */
    double perSecond(MailSink sink, long octets, Duration counted) {
        double first = run(sink, octets, FIRST);
        return run(sink, octets, Math.max(FIRST, (long) (first * counted.toMillis() / 1000)));
    }

    private double run(MailSink sink, long octets, long messages) {
        var command = List.of(
                program.toString(),
                "-d",
                "-s",
                "" + connections,
                "-m",
                "" + messages,
                "-l",
                "" + octets,
                "-f",
                "from@bench.example",
                "-t",
                "to@bench.example",
                "127.0.0.1:" + sink.port());
        var libraries = program.resolve("../../lib/postfix").normalize().toString();
        long before = sink.letters();
        long began = System.nanoTime();
        try (var child = Child.start(command, Map.of("LD_LIBRARY_PATH", libraries), folder, "smtp-source")) {
            child.said();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (sink.letters() - before != messages) {
            throw new IllegalStateException(messages + " were sent, " + (sink.letters() - before) + " taken");
        }
        return messages / seconds;
    }
}
