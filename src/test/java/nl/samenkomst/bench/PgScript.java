package nl.samenkomst.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.kit.db.DatabaseUrl;

/** Runs a script of PostgreSQL's own {@code pgbench} with prepared statements. */
record PgScript(Path program, DatabaseUrl url, Path folder) {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** Transactions per second of so many clients, after a short warm-up. */
    double perSecond(int clients, String script, Duration counted) {
        var file = folder.resolve("pgbench-" + clients + "-" + Integer.toHexString(script.hashCode()) + ".sql");
        try {
            Files.writeString(file, script);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var warm = transactions(clients, file, WARM_UP);
        return warm > 0 ? transactions(clients, file, counted) : warm;
    }

    private double transactions(int clients, Path script, Duration time) {
        int threads = Math.min(clients, Runtime.getRuntime().availableProcessors());
        var command = List.of(
                program.toString(),
                "-n",
                "-M",
                "prepared",
                "-c",
                "" + clients,
                "-j",
                "" + threads,
                "-T",
                "" + time.toSeconds(),
                "-f",
                script.toString(),
                "-h",
                url.host(),
                "-p",
                "" + url.port(),
                "-U",
                url.user(),
                url.name());
        var password = Map.of("PGPASSWORD", url.password().orElse(""));
        try (var child = Child.start(command, password, folder, "pgbench")) {
            var rate = RATE.matcher(child.said());
            if (!rate.find()) {
                throw new IllegalStateException("pgbench told no rate");
            }
            return Double.parseDouble(rate.group(1));
        }
    }
}
