package nl.samenkomst.quote;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WarningTest {

    @Test
    void whoSeemsToBeAClientIsFoundWithWhereTheyLive() {
        assertThat(found("Mevrouw De Wit uit de Pilotenstraat kon ik dezelfde week nog helpen."))
                .containsExactly("De Wit uit de Pilotenstraat");
        assertThat(found("Ik ben met dhr. J. Jansen mee geweest, en met mw. van der Veen."))
                .containsExactly("J. Jansen", "van der Veen.");
        assertThat(found("Mijn cliënte Fatima belde, en patiënt Özil ook.")).containsExactly("Fatima", "Özil");
        assertThat(found("I could help Mrs Jones from Almere and my client O’Brien."))
                .containsExactly("Jones from Almere", "O’Brien.");
        assertThat(found("DE HEER BAKKER zei dat.")).containsExactly("BAKKER");
        assertThat(found("ik bel mevrouw jansen, mw. van der veen en dhr.şahin"))
                .containsExactly("jansen", "van der veen", "şahin");
    }

    @Test
    void numbersDatesAndAddressesAreFound() {
        Map.ofEntries(
                        entry("Bel 06-12345678 maar.", "06-12345678"),
                        entry("Bel (020) 555 01 24.", "(020) 555 01 24"),
                        entry("Bel +31 6 1234 5678.", "+31 6 1234 5678"),
                        entry("Bel 06 – 1234\u00a05678.", "06 – 1234\u00a05678"),
                        entry("Bel ٠٦١٢٣٤٥٦٧٨.", "٠٦١٢٣٤٥٦٧٨"),
                        entry("Geboren op 3 mrt. 1945.", "3 mrt. 1945"),
                        entry("Geboren 12 - 03 - 1945.", "12 - 03 - 1945"),
                        entry("Geboren 12031945.", "12031945"),
                        entry("Born the 1st of March, 1945.", "1st of March, 1945"),
                        entry("Geboren 12-03-1945 in Almere.", "12-03-1945"),
                        entry("Zij is van 3 maart 1945.", "3 maart 1945"),
                        entry("Born on March 3rd, 1945.", "March 3rd, 1945"),
                        entry("Geboren 1945-03-12.", "1945-03-12"),
                        entry("Zij is van 28-2-'45.", "28-2-'45"),
                        entry("Zij is van 31 dec ’45.", "31 dec ’45"),
                        entry("Mail ada@mail.example eens.", "ada@mail.example"),
                        entry("Haar nummer is 111222333.", "111222333"),
                        entry("Haar nummer is 1112.22.333.", "1112.22.333"))
                .forEach((text, part) -> assertThat(found(text)).as(text).containsExactly(part));
    }

    @Test
    void whatPeopleUsuallySayIsNotHeld() {
        assertThat(List.of(
                        "Ik ken nu het gezicht achter het telefoonnummer.",
                        "Na twaalf jaar Osdorp hoorde ik vier adressen die ik niet kende.",
                        "Fijn dat mevrouw de voorzitter er was, en de heren van het buurtteam.",
                        "Mijn cliënten hebben hier echt iets aan.",
                        "Mijn cliënt vertelde dat meneer was thuisgebleven, en mevrouw niet.",
                        "Om 19.00 uur waren er 23 mensen van 14 organisaties, net als op 5 november.",
                        "Het kost 123456789 stappen.",
                        "Er kwamen 20 30 40 mensen, en in mei 2026 nog meer.",
                        "Bel 112 of 14 020."))
                .allSatisfy(text -> assertThat(Warning.in(text)).as(text).isEmpty());
    }

    @Test
    @Timeout(5)
    void aTextMadeToTakeLongTakesNoLonger() {
        var evil = List.of(
                "0 ".repeat(20_000), "a".repeat(40_000) + "@", "mevrouw van ".repeat(4_000), "A".repeat(40_000));
        assertThat(evil).allSatisfy(text -> {
            long began = System.nanoTime();
            Warning.in(text);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        });
    }

    @Test
    void thePiecesAreTheWholeText() {
        var words = "Bel 06-12345678 of mevrouw De Wit.";

        assertThat(Part.of(words))
                .containsExactly(
                        new Part("Bel ", false),
                        new Part("06-12345678", true),
                        new Part(" of mevrouw ", false),
                        new Part("De Wit.", true));
    }

    private static List<String> found(String text) {
        return Warning.in(text).stream()
                .map(one -> text.substring(one.from(), one.until()))
                .toList();
    }
}
