package nl.samenkomst.kit.db;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A program that is run to its end, with what it is told on its standard input. */
record Command(List<String> words, Path directory, String input) {

    /** How a program ended: its exit status (0 is well) and all it said. */
    record Outcome(int status, String said) {

        boolean well() {
            return status == 0;
        }

        void orThrow(String purpose) {
            if (!well()) {
                throw new DatabaseProblem("cannot " + purpose + ": " + said);
            }
        }
    }

    Command {
        words = List.copyOf(words);
    }

    /**
     * Runs it; after the limit it is ended by force.
     *
     * @throws DatabaseProblem when the program does not end in time
     * @throws IOException when it cannot be started
     */
    Outcome run(Duration limit) throws IOException {
        // By file, not by pipe: a server that outlives the program would hold a pipe open for ever.
        var said = Files.createTempFile("samenkomst", ".out");
        var told = Files.createTempFile("samenkomst", ".in");
        try {
            Files.writeString(told, input);
            var builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(told.toFile())
                    .redirectOutput(said.toFile());
            // A PGPORT or PGDATA of the operator's own must not lead us to another server.
            builder.environment().keySet().removeIf(name -> name.toUpperCase(Locale.ROOT)
                    .startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            return new Outcome(
                    ended(builder.start(), limit), Files.readString(said).strip());
        } finally {
            Files.deleteIfExists(said);
            Files.deleteIfExists(told);
        }
    }

    private int ended(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), MILLISECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new DatabaseProblem(words.get(0) + " did not end within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem("interrupted while waiting for " + words.get(0), e);
        }
    }
}
