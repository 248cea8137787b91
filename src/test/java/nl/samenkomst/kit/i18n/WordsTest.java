package nl.samenkomst.kit.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in every language, and every text that a template asks for is there at all. */
class WordsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/nl/samenkomst");
    private static final Pattern ASKED = Pattern.compile("\\{\\{t \"([^\"]+)\"|\\(t \"([^\"]+)\"");

    private final Languages languages = new Languages(rooms());

    @Test
    void everyLanguageSaysTheSameThings() {
        var dutch = new TreeSet<>(languages.in("nl").keys());
        var english = new TreeSet<>(languages.in("en").keys());

        assertThat(dutch).isNotEmpty().isEqualTo(english);
    }

    @Test
    void everyTextOfATemplateIsThere() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            var asked = files.filter(file -> file.toString().endsWith(".hbs"))
                    .flatMap(WordsTest::asked)
                    .toList();

            assertThat(asked)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(key ->
                            assertThat(languages.in("nl").has(key)).as(key).isTrue());
        }
    }

    @Test
    void everyTextIsASoundPattern() {
        for (var tag : Languages.TAGS) {
            var words = languages.in(tag);
            assertThat(words.keys())
                    .allSatisfy(key -> assertThat(new MessageFormat(words.say(key), Locale.forLanguageTag(tag)))
                            .as(key)
                            .isNotNull());
        }
    }

    private static Stream<String> asked(Path template) {
        try {
            return ASKED.matcher(Files.readString(template)).results().map(WordsTest::key);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String key(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static List<String> rooms() {
        return Resources.ending("/words_nl.properties").stream()
                .filter(room -> !room.startsWith("plugins/"))
                .toList();
    }
}
