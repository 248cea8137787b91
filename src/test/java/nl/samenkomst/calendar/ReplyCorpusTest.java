package nl.samenkomst.calendar;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mail that the fuzzer starts from, and each that it once found, without the fuzzer; and each of them cut off anywhere. */
class ReplyCorpusTest {

    static List<Path> corpus() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/nl/samenkomst/calendar/replies"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whateverComesIsReadOrSetAside(Path mail) throws IOException {
        var source = Files.readAllBytes(mail);

        assertTimeout(Duration.ofSeconds(10), () -> {
            ReplyFuzz.fuzzerTestOneInput(source);
            for (int length = 0; length < source.length; length += 37) {
                ReplyFuzz.fuzzerTestOneInput(java.util.Arrays.copyOf(source, length));
            }
        });
    }
}
