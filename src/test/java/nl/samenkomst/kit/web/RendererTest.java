package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Languages;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final Frame FRAME = new Frame(
            "Welkom",
            "Alliantie",
            "/",
            "0b5c63",
            List.of(),
            Optional.of(
                    new Frame.Band("Karin Hoekstra", "projectleider", "karin@nieuw-west.example", "020 555 01 24", "")),
            List.of("nl", "en"),
            true);

    private final Renderer renderer = new Renderer(
            new Languages(List.of("kit/web", "kit/i18n")),
            new Assets(new Webroot(Path.of("webroot"))),
            Optional.empty());
    private final FormTokens tokens = new FormTokens(
            new Links(URI.create("http://localhost:8080"), new byte[32]), Clock.systemUTC(), Duration.ZERO);

    @Test
    void aPageStandsInItsFrameInTheReadersLanguage() {
        var page = rendered("nl", Optional.empty());

        assertThat(page).contains("<html lang=\"nl\" dir=\"ltr\">", "Deze pagina is er niet", "Vragen? Bel of mail");
        assertThat(page).contains("href=\"/privacy\"", "tel:0205550124", "aria-current=\"true\">Nederlands");
    }

    @Test
    void whatWasTypedIsShownAsTextAndNeverAsMarkup() {
        assertThat(rendered("en", Optional.empty())).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void theAskedLanguageStaysOnTheLinks() {
        assertThat(rendered("en", Optional.of("en"))).contains("/privacy?lang&#x3D;en");
    }

    private String rendered(String language, Optional<String> asked) {
        var shown = new Problems.Shown(404, "Deze pagina is er niet", "<b>weg</b>");
        return renderer.sheet("kit/web/problem", shown, FRAME, new Renderer.Reader(language, asked, "/weg"))
                .filled(tokens)
                .toString();
    }
}
