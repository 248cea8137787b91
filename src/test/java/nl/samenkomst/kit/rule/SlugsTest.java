package nl.samenkomst.kit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource({
        "Wijktafel Haven,              wijktafel-haven",
        "  Één café – vóór iedereen!,  een-cafe-voor-iedereen",
        "Straße & Ørsted,              strasse-orsted",
        "???,                          event"
    })
    void aTitleBecomesASlug(String title, String slug) {
        assertThat(Slugs.of(title, "event")).isEqualTo(slug);
    }

    @Test
    void whateverTheScriptASlugIsSound() {
        for (var title : List.of("مائدة الحي", "Çay saati ile", "x".repeat(300), "a-".repeat(100))) {
            assertThat(Slugs.sound(Slugs.of(title, "event"))).as(title).isTrue();
        }
    }

    @Test
    void whereItIsTakenADateOrANumberFollows() {
        var day = LocalDate.parse("2026-12-10");

        assertThat(Slugs.free("tafel", day, List.of())).isEqualTo("tafel");
        assertThat(Slugs.free("tafel", day, List.of("tafel"))).isEqualTo("tafel-2026-12-10");
        assertThat(Slugs.free("tafel", day, List.of("tafel", "tafel-2026-12-10", "tafel-2")))
                .isEqualTo("tafel-3");
        assertThat(Slugs.free("tafel", List.of("tafel"))).isEqualTo("tafel-2");
    }

    @ParameterizedTest
    @CsvSource({"Tafel", "-tafel", "tafel--twee", "tafel_twee", "''"})
    void whatIsNoSlugIsKnown(String text) {
        assertThat(Slugs.sound(text)).isFalse();
    }
}
