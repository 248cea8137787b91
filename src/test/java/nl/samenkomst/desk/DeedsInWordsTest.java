package nl.samenkomst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Resources;
import org.junit.jupiter.api.Test;

/** Every verb that is noted anywhere has words in every language, so that the log never shows a code to people. */
class DeedsInWordsTest {

    private static final Path SOURCE = Path.of("src/main/java");

    /** A verb within a call that notes a deed, or that hands it on to one. */
    private static final Pattern NOTED =
            Pattern.compile("\\b(?:note|noteOfOwn|noted|written|changed?)\\([^;\"]*\"([a-z]+(?:\\.[a-z-]+)+\\.?)\"");

    private final Languages languages = new Languages(Resources.ending("/words_nl.properties").stream()
            .filter(room -> !room.startsWith("plugins/"))
            .toList());

    @Test
    void everyVerbThatIsNotedHasWords() throws IOException {
        try (var files = Files.walk(SOURCE)) {
            var verbs = new TreeSet<>(files.filter(file -> file.toString().endsWith(".java"))
                    .map(DeedsInWordsTest::text)
                    .filter(text -> text.contains("AuditStore"))
                    .flatMap(text -> NOTED.matcher(text).results().map(found -> found.group(1)))
                    .toList());

            assertThat(verbs).contains("account.invite", "account.password", "token.add", "account.grant.");
            assertThat(verbs).allSatisfy(verb -> assertThat(Languages.TAGS)
                    .allSatisfy(tag -> assertThat(said(verb, tag)).as(tag).isTrue()));
        }
    }

    /** A verb that ends in a dot gets its last word while it runs: then there are words for some. */
    private boolean said(String verb, String tag) {
        var key = "desk.deed." + verb;
        return languages.in(tag).keys().stream()
                .anyMatch(one -> verb.endsWith(".") ? one.startsWith(key) : one.equals(key));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
