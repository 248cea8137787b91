package nl.samenkomst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Invitations go out by a real SMTP server, answers come in by a real IMAP server, and the installation stands between. */
class AnswersByMailTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Pattern UID = Pattern.compile("UID:([0-9a-f]{32}@samenkomst)");
    private static final String ADDRESS = "aanmelden@elaa.example";

    static GreenMail post;
    static GreenMailUser box;
    static OpenHouse house;

    @BeforeAll
    static void open(@TempDir Path data) {
        post = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        post.start();
        box = post.setUser(ADDRESS, "reader", "secret");
        house = house(data.resolve("one"));
    }

    @AfterAll
    static void close() {
        house.close();
        post.stop();
    }

    private static OpenHouse house(Path data) {
        return OpenHouse.on(
                database.url(),
                data,
                Map.of(
                        "SAMENKOMST_SMTP_URL",
                        "smtp://127.0.0.1:" + post.getSmtp().getPort() + "?tls=off",
                        "SAMENKOMST_IMAP_URL",
                        "imap://reader:secret@127.0.0.1:" + post.getImap().getPort() + "/INBOX",
                        "SAMENKOMST_MAIL_FROM",
                        "Elaa <" + ADDRESS + ">"));
    }

    @Test
    void aDeclineInTheMailboxGivesTheSeatToTheFirstInLineAndBothHearOfIt() throws Exception {
        var event = SampleEvent.somewhere(database.pool())
                .start(Instant.now().plus(Duration.ofDays(30)))
                .seats(1)
                .in(database.pool());
        register(event, "fatima@mail.example");
        register(event, "grace@mail.example");
        var uid = uid(mail("fatima@mail.example", "U bent aangemeld"));
        int setAside = messages("Unreadable");
        int handled = messages("Handled");

        arrives("From: x@spam.example\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nnonsense\r\n");
        arrives(reply(uid, "fatima@mail.example", "DECLINED"));

        mail("grace@mail.example", "Er is een plek voor u");
        mail("fatima@mail.example", "Uw plek is weer vrij");
        eventuallyPasses(() -> {
            assertThat(messages("Handled")).isEqualTo(handled + 1);
            assertThat(messages("Unreadable")).isEqualTo(setAside + 1);
            assertThat(inbox()).isZero();
        });
    }

    @Test
    void ofTwoNodesOneReadsAndWhenItGoesTheOtherTakesOver(@TempDir Path data) throws Exception {
        var event = SampleEvent.somewhere(database.pool())
                .start(Instant.now().plus(Duration.ofDays(30)))
                .in(database.pool());
        register(event, "ada@mail.example");
        var uid = uid(mail("ada@mail.example", "U bent aangemeld"));
        int handled = messages("Handled");

        var other = house(data.resolve("two"));
        house.close();
        try {
            arrives(reply(uid, "ada@mail.example", "ACCEPTED"));
            eventuallyPasses(() -> assertThat(messages("Handled")).isEqualTo(handled + 1));
        } finally {
            house = other;
        }
    }

    private static void register(Event event, String email) {
        var body = new JsonObject()
                .put("name", "Iemand")
                .put("email", email)
                .put("sector", "informal")
                .put("attendance", "on_site");
        var answer = house.visitor()
                .json(
                        "POST",
                        "/api/v1/events/" + event.slug() + "/registrations",
                        body.encode(),
                        "Accept-Language",
                        "nl");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** The mail to this address whose subject begins so, once it is there. */
    private static MimeMessage mail(String to, String subject) {
        eventually(() -> mails(to, subject).size() == 1);
        return mails(to, subject).get(0);
    }

    private static List<MimeMessage> mails(String to, String subject) {
        return Arrays.stream(post.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(to)
                                && mail.getSubject().startsWith(subject);
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new AssertionError(unreadable);
                    } catch (NullPointerException noRecipient) {
                        return false;
                    }
                })
                .toList();
    }

    private static String uid(MimeMessage mail) throws Exception {
        var parts = (jakarta.mail.Multipart) mail.getContent();
        var ics = new String(parts.getBodyPart(1).getInputStream().readAllBytes(), UTF_8);
        var found = UID.matcher(ics);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String reply(String uid, String address, String partstat) {
        return "From: " + address + "\r\nTo: " + ADDRESS + "\r\nMessage-ID: <" + uid + partstat + ">\r\n"
                + "Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
                + "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nSEQUENCE:0\r\n"
                + "ATTENDEE;PARTSTAT=" + partstat + ":mailto:" + address + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static void arrives(String source) throws Exception {
        box.deliver(new MimeMessage(null, new ByteArrayInputStream(source.getBytes(UTF_8))));
    }

    private static int inbox() throws FolderException {
        return post.getManagers().getImapHostManager().getInbox(box).getMessageCount();
    }

    private static int messages(String folder) {
        var found = post.getManagers().getImapHostManager().getFolder(box, folder);
        return found == null ? 0 : found.getMessageCount();
    }
}
