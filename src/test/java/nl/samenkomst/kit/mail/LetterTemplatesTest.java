package nl.samenkomst.kit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTemplatesTest {

    private static final Letterhead HEAD = new Letterhead("Alliantie <Wijkzorg>", "#0b5c63");
    private static final String LETTER = """
            Subject: U komt naar {{title}}

            # U bent aangemeld. Tot {{day}}.

            Beste {{name}}, wat fijn.
            Klik op **Accepteren**.

            @ dec | 10 | do | Wijktafel | {{title}}

            - Wanneer: {{day}} | De zaal is open.
            - Waar: De Ruimte{{#if route}} | [Bekijk de route]({{route}}){{/if}}

            [Bekijk of wijzig uw plek]({{link}})

            > Klikt u op Weigeren, dan gaat uw plek naar iemand anders.

            -- U krijgt deze mail omdat u zich aanmeldde. [Wat wij bewaren](https://samenkomst.example/privacy)
            """;

    @TempDir
    Path folder;

    @Test
    void oneSourceGivesTheTextAndTheHtml() throws IOException {
        var written = write(LETTER, values("Fatima"));

        assertThat(written.subject()).isEqualTo("U komt naar Wie kent de weg?");
        assertThat(written.text()).isEqualTo("""
                U bent aangemeld. Tot donderdag 10 december.

                Beste Fatima, wat fijn. Klik op Accepteren.

                Wijktafel
                Wie kent de weg?

                Wanneer: donderdag 10 december
                  De zaal is open.
                Waar: De Ruimte
                  Bekijk de route: https://samenkomst.example/events/x?a=1&b=2

                Bekijk of wijzig uw plek:
                https://samenkomst.example/registrations/abc-_

                Klikt u op Weigeren, dan gaat uw plek naar iemand anders.

                --\s
                U krijgt deze mail omdat u zich aanmeldde. Wat wij bewaren: https://samenkomst.example/privacy
                """);
        assertThat(written.html())
                .contains("<h1", "U bent aangemeld. Tot donderdag 10 december.</h1>")
                .contains("Klik op <b>Accepteren</b>.")
                .contains("Alliantie &lt;Wijkzorg&gt;")
                .contains("background-color:#0b5c63")
                .contains("<a href=\"https://samenkomst.example/registrations/abc-_\" style=\"display:inline-block")
                .contains("<a href=\"https://samenkomst.example/privacy\" style=\"color:#4d5558\">Wat wij bewaren</a>")
                .doesNotContain("<img", "http://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[klik](https://evil.example)",
                "**vet**",
                "Jan\n\n# Alles is afgezegd",
                "Jan\r\n- Wanneer: nu",
                "<b>Jan</b>",
                "@ a | b | c | d | e",
                "{{link}}",
                "\uE05Bklik\uE05D\uE028https\uE03A//evil.example\uE029"
            })
    void nothingThatWasTypedBecomesMarkupOrALink(String name) throws IOException {
        var plain = write(LETTER, values("Jan"));
        var typed = write(LETTER, values(name));

        assertThat(typed.text().lines().count()).isEqualTo(plain.text().lines().count());
        assertThat(tags(typed.html())).isEqualTo(tags(plain.html()));
        assertThat(typed.html()).doesNotContain("href=\"https://evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{{name}}}",
                "{{&name}}",
                "{{> other}}",
                "{{log name}}",
                "{{include 'x'}}",
                "{{i18n}}",
                "{{name",
                "{{name.class foo}}"
            })
    void aLetterMayNameValuesAndNothingElse(String body) {
        assertThatThrownBy(() -> write("Subject: x\n\n" + body, values("Jan")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("may not say");
    }

    @Test
    void aLetterThatSpeaksOfSomethingUnknownIsNotSentWithAHole() {
        assertThatThrownBy(() -> write("Subject: x\n\nBeste {{nobody}},", values("Jan")))
                .hasMessageContaining("nobody");
    }

    @Test
    void aLetterWithoutWordsStopsTheStart() {
        assertThatThrownBy(() -> LetterTemplates.compile(folder, List.of("room/none")))
                .hasMessageContaining("room/none");
    }

    @Test
    void aLanguageWithoutWordsFallsBackOnTheFirst() throws IOException {
        write(LETTER, values("Jan"));
        var written =
                LetterTemplates.compile(folder, List.of("room/letter")).write("room/letter", "en", HEAD, values("Jan"));

        assertThat(written.text()).startsWith("U bent aangemeld.");
    }

    private Written write(String letter, Map<String, String> values) throws IOException {
        Files.createDirectories(folder.resolve("room"));
        Files.writeString(folder.resolve("room/letter.nl.hbs"), letter);
        return LetterTemplates.compile(folder, List.of("room/letter")).write("room/letter", "nl", HEAD, values);
    }

    private static Map<String, String> values(String name) {
        return Map.of(
                "name", name,
                "title", "Wie kent de weg?",
                "day", "donderdag 10 december",
                "route", "https://samenkomst.example/events/x?a=1&b=2",
                "link", "https://samenkomst.example/registrations/abc-_");
    }

    private static long tags(String html) {
        return html.chars().filter(c -> c == '<').count();
    }
}
