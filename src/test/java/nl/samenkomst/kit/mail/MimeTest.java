package nl.samenkomst.kit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MimeTest {

    private static final String ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n";

    @Test
    void anInvitationHasTheShapeThatShowsAcceptAndDecline() throws Exception {
        var letter = letter().inviting(new CalendarPart("REQUEST", ICS));

        assertThat(source(letter)).isEqualTo(golden("invitation.eml"));
    }

    @Test
    void aLetterWithoutAnInvitationHasTextAndHtmlAsAlternatives() throws Exception {
        var letter = letter().answeredTo(new Sender("Elaa", "antwoord+abc@elaa.example"))
                .headed(Map.of("List-Unsubscribe", "<https://samenkomst.example/u/1>"));

        assertThat(source(letter)).isEqualTo(golden("letter.eml"));
    }

    /** All signs of ASCII and beyond, by chance but always the same, in lines of all lengths and ends. */
    @Test
    void htmlTravelsAsTheMailLibraryWouldEncodeIt() throws Exception {
        var random = new Random(6);
        var ends = List.of(
                "\n", "\r\n", " \n", "\t\r\n", "\r", " ", "=", "é", "👩🏽‍🤝‍👩", "\u0007", "مرحبا", "<p style=\"a\">");
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int words = random.nextInt(40); words > 0; words--) {
                random.ints(random.nextInt(30), ' ', 0x7f).forEach(c -> text.append((char) c));
                text.append(ends.get(random.nextInt(ends.size())));
            }
            assertThat(new String(QuotedPrintable.of(text.toString()), UTF_8)).isEqualTo(library(text.toString()));
        }
    }

    private static String library(String text) throws Exception {
        var encoded = new ByteArrayOutputStream();
        try (var out = MimeUtility.encode(encoded, "quoted-printable")) {
            out.write(text.getBytes(UTF_8));
        }
        return encoded.toString(UTF_8);
    }

    private static Letter letter() {
        return new Letter(
                "<4f6c@samenkomst.example>",
                new Sender("Alliantie Wijkzorg, Nieuw-West", "noreply@samenkomst.example"),
                Optional.empty(),
                new EmailAddress("fatima@osdorp.example"),
                "U komt naar de wijktafel Osdorp: één avond",
                "Dag Fatima, één avond.\n",
                "<p>Dag Fatima, één avond.</p>",
                Optional.empty(),
                Map.of());
    }

    /** As it goes over the line, with the boundaries, the date and the part's id, which differ each time, under fixed names. */
    private static String source(Letter letter) throws Exception {
        var out = new ByteArrayOutputStream();
        Mime.of(letter, Session.getInstance(new Properties())).writeTo(out);
        var source = out.toString(UTF_8)
                .replaceAll("Date: [^\r]*", "Date: D")
                .replaceAll("Content-ID: [^\r]*", "Content-ID: C");
        var boundaries = Pattern.compile("boundary=\"([^\"]*)\"").matcher(source);
        var named = source;
        for (int i = 1; boundaries.find(); i++) {
            named = named.replace(boundaries.group(1), "boundary-" + i);
        }
        return named.replace("\r\n", "\n");
    }

    private static String golden(String name) throws Exception {
        try (var file = MimeTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
