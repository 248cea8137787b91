package nl.samenkomst.kit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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
