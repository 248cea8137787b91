package nl.samenkomst.kit.mail;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.TestSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatcherTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String ICS =
            "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Café\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    @TempDir
    Path data;

    private Catcher catcher;
    private Smtp smtp;
    private TestSite site;

    @BeforeEach
    void start() {
        catcher = Catcher.start(data, Clock.systemUTC());
        smtp = new Smtp(database.vertx(), catcher.url(), 1);
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "kit/mail"),
                new CatcherPages(database.vertx(), catcher, List.of(), ZoneId.of("Europe/Amsterdam")));
    }

    @AfterEach
    void stop() {
        site.close();
        await(smtp.close());
        catcher.stop();
    }

    @Test
    void aLetterThatWasSentCanBeReadAsAPersonSeesItAndInAllItsParts() {
        send(
                "Ü komt naar de wijktafel",
                "<p>Dag <a href=\"http://localhost:8080/registrations/t?a=1&amp;b=2\">uw plek</a></p>");

        var list = site.get("/dev/mail").body();
        assertThat(list).contains("Ü komt naar de wijktafel", "fatima@osdorp.example");
        var path = "/dev/mail/" + id();
        assertThat(site.get(path).body())
                .contains(
                        "src=\"" + path + "/html\" sandbox",
                        "Karin, &quot;Elaa&quot; &lt;noreply@localhost&gt;",
                        path + "/invite.ics")
                .contains("href=\"http://localhost:8080/registrations/t?a&#x3D;1&amp;b&#x3D;2\"");
        assertThat(site.get(path + "/text").body()).contains("Dag Fatima");
        assertThat(site.get(path + "/source").body()).contains("Message-ID: &lt;1@localhost&gt;");
        assertThat(site.get(path + "/calendar").body()).contains("SUMMARY:Café");
        assertThat(site.get(path + "/parts").body()).contains("4 delen", path + "/parts/3\">invite.ics");
    }

    @Test
    void theInvitationAndTheAttachmentAreTheSameBytesAsWereSent() {
        send("Tot ziens", "<p>Dag</p>");

        var invitation = site.get("/dev/mail/" + id() + "/invite.ics");
        assertThat(invitation.body()).isEqualTo(ICS);
        assertThat(invitation.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(site.get("/dev/mail/" + id() + "/parts/3").body()).isEqualTo(ICS);
    }

    @Test
    void theLettersOwnHtmlRunsNothingAndStandsInOurFrameAlone() {
        send("Tot ziens", "<p>Dag</p><script>alert(1)</script>");

        var html = site.get("/dev/mail/" + id() + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValue("sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        assertThat(html.body()).contains("<p>Dag</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "20261210T190000000-00000000",
                "..%2F..%2Fsecret",
                "..%2fmail",
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "20261210T190000000-0000000g"
            })
    void whatIsNotAMailIsNotFound(String id) throws IOException {
        Files.writeString(data.resolve("secret.eml"), "Subject: secret\r\n\r\nx");

        assertThat(site.get("/dev/mail/" + id).statusCode()).isEqualTo(404);
        assertThat(site.get("/dev/mail/" + id + "/source").statusCode()).isEqualTo(404);
    }

    @Test
    void anEmptyBoxSaysHowAMailGetsThere() {
        assertThat(site.get("/dev/mail").body()).contains("Nog geen mail");
        assertThat(site.get("/dev/mail?lang=en").body()).contains("No mail yet");
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        for (int i = 0; i < CaughtFolder.KEPT + 3; i++) {
            catcher.folder().keep(("Subject: mail " + i + "\r\n\r\nx\r\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(catcher.folder().all())
                .hasSize(CaughtFolder.KEPT)
                .extracting(CaughtMail::subject)
                .startsWith("mail " + (CaughtFolder.KEPT + 2))
                .endsWith("mail 3");
    }

    private String id() {
        return catcher.folder().all().get(0).id();
    }

    private void send(String subject, String html) {
        var letter = new Letter(
                "<1@localhost>",
                new Sender("Karin, \"Elaa\"", "noreply@localhost"),
                Optional.empty(),
                new EmailAddress("fatima@osdorp.example"),
                subject,
                "Dag Fatima\n",
                html,
                Optional.of(new CalendarPart("REQUEST", ICS)),
                Map.of());
        assertThat(await(smtp.send(letter))).isEqualTo(new Outcome.Sent());
    }
}
