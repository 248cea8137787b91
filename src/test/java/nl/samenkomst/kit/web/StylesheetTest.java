package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class StylesheetTest {
    private static final Path WEBROOT = Path.of("webroot");
    private static final Path STYLESHEET = WEBROOT.resolve("css/samenkomst.css");

    @Test
    void itStaysUnderTwentyKilobytesAsItIsWritten() throws IOException {
        assertThat(Files.size(STYLESHEET)).isBetween(1L, 20_000L);
    }

    @Test
    void itMirrorsByItselfBecauseNoSideIsNamedLeftOrRight() throws IOException {
        assertThat(css())
                .doesNotContainPattern("(margin|padding|border|inset)-(left|right|top|bottom)|[;{](left|right):");
    }

    @Test
    void everythingItFetchesIsOurOwnAndThere() throws IOException {
        var fetched = Pattern.compile("url\\(([^)]*)\\)")
                .matcher(css())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(fetched).isNotEmpty().allSatisfy(path -> {
            assertThat(path).startsWith("/fonts/");
            assertThat(WEBROOT.resolve(path.substring(1))).isRegularFile();
        });
    }

    @Test
    void theHouseColourOfTheStylesheetIsTheOneThatIsDerived() throws IOException {
        Accent petrol = Accent.of(Accent.PETROL);
        assertThat(css())
                .contains("--accent:#" + petrol.light().accent())
                .contains("--tint:#" + petrol.light().tint())
                .contains("--accent:#" + petrol.dark().accent())
                .contains("--masthead-2:#" + petrol.dark().second());
    }

    private static String css() throws IOException {
        return Files.readString(STYLESHEET);
    }
}
