package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AccentTest {
    private static final String INK_ON_DARK = "eeece7";

    @Test
    void petrolHasTheShadesThatWereChosenByHand() {
        Accent petrol = Accent.of("0B5C63");
        assertThat(petrol.hex()).isEqualTo("0b5c63");
        assertThat(petrol.light()).isEqualTo(new Accent.Shades("0b5c63", "ffffff", "e0ecec", "0b5c63", "d2e5e6"));
        assertThat(petrol.dark()).isEqualTo(new Accent.Shades("7fcbd1", "06262a", "123236", "0d454b", "bfdadc"));
    }

    @Test
    void blueHasTheShadesThatWereChosenByHand() {
        Accent blue = Accent.of("1F4B99");
        assertThat(blue.light().tint()).isEqualTo("e4eaf6");
        assertThat(blue.light().masthead()).isEqualTo("1f4b99");
        assertThat(blue.dark().accent()).isEqualTo("9dbcf2");
        assertThat(blue.dark().tint()).isEqualTo("1b2a47");
        assertThat(blue.dark().masthead()).isEqualTo("1b376b");
    }

    @Test
    void theStylesheetSetsEveryTokenForLightAndForDark() {
        String css = Accent.of("6b2fa0").css();
        assertThat(css)
                .startsWith(".accent-6b2fa0 { --accent: #6b2fa0; --on-accent: #ffffff; --tint: #")
                .contains("@media screen and (prefers-color-scheme: dark) { .accent-6b2fa0 { --accent: #");
        for (String token : List.of("--accent", "--on-accent", "--tint", "--masthead", "--masthead-2")) {
            assertThat(css.split(token + ": #[0-9a-f]{6}", -1)).as(token).hasSize(3);
        }
    }

    @Test
    void whatIsNoColourIsNamedSo() {
        for (String hex : List.of("", "#0b5c63", "0b5c6", "0b5c633", "red", "0b5c6g")) {
            assertThat(Accent.fault(hex)).as(hex).contains("accent.format");
        }
        assertThatThrownBy(() -> Accent.of("}body{")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aColourTooLightToReadIsRefused() {
        for (String hex : List.of("ffffff", "7fcbd1", "808890", "5a8fd8")) {
            assertThat(Accent.fault(hex)).as(hex).contains("accent.contrast");
        }
    }

    @Test
    void aColourThatLooksLikeAStatusIsRefused() {
        for (String hex : List.of("ae1f1b", "b00020", "8a4b00", "744600", "1b6633", "14532d")) {
            assertThat(Accent.fault(hex)).as(hex).contains("accent.status");
        }
    }

    @Test
    void everyAcceptedColourCanBeReadInEveryPlaceOfBothScreens() {
        List<Accent> accepted = IntStream.range(0, 16 * 16 * 16)
                .mapToObj(step -> "%02x%02x%02x".formatted((step >> 8) * 17, (step >> 4 & 15) * 17, (step & 15) * 17))
                .filter(hex -> Accent.fault(hex).isEmpty())
                .map(Accent::of)
                .toList();
        assertThat(accepted).hasSizeGreaterThan(300);
        for (Accent accent : accepted) {
            readable(accent, accent.light(), "f5f4f0", "ffffff", "4d5558", "ffffff");
            readable(accent, accent.dark(), "13181a", "1d2427", "b4baba", INK_ON_DARK);
        }
    }

    private static void readable(
            Accent accent, Accent.Shades shades, String ground, String surface, String secondText, String onMasthead) {
        List<List<String>> pairs = List.of(
                List.of(shades.accent(), ground),
                List.of(shades.accent(), surface),
                List.of(shades.accent(), shades.tint()),
                List.of(shades.onAccent(), shades.accent()),
                List.of(secondText, shades.tint()),
                List.of(onMasthead, shades.masthead()),
                List.of(shades.second(), shades.masthead()));
        for (List<String> pair : pairs) {
            assertThat(colour(pair.get(0)).contrast(colour(pair.get(1))))
                    .as("%s: %s on %s", accent.hex(), pair.get(0), pair.get(1))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Colour colour(String hex) {
        return Colour.read(hex).orElseThrow();
    }
}
