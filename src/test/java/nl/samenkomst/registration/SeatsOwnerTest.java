package nl.samenkomst.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of seats belongs to the event room; who holds and who waits is written by the turnstile's room alone. */
class SeatsOwnerTest {

    private static final Pattern COUNTS_WRITTEN =
            Pattern.compile("(update|insert into)\\s+seats\\b[^;]*?\\b(held|waiting|next_place)\\b\\s*(=|,|\\))");

    @Test
    void onlyThisRoomWritesTheCounts() throws IOException {
        assertThat(whoWritesCounts()).containsExactly("LockedSeatStore.java");
    }

    @Test
    void aWriterElsewhereWouldBeFound() {
        assertThat(COUNTS_WRITTEN
                        .matcher("update seats\n set capacity = 3, held = 0")
                        .find())
                .isTrue();
        assertThat(COUNTS_WRITTEN
                        .matcher("insert into seats (event_id, held) values")
                        .find())
                .isTrue();
        assertThat(COUNTS_WRITTEN.matcher("update seats set capacity = $1").find())
                .isFalse();
    }

    private static List<String> whoWritesCounts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Store.java"))
                    .filter(file -> statements(file)
                            .anyMatch(text -> COUNTS_WRITTEN.matcher(text).find()))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    /** The text blocks of a file. */
    private static Stream<String> statements(Path file) {
        try {
            var parts = Files.readString(file).split("\"\"\"");
            return Stream.iterate(1, i -> i < parts.length, i -> i + 2).map(i -> parts[i]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
