package nl.samenkomst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.samenkomst.calendar.Invites;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.SeatsInvariant;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** After a holiday the mailbox is full: every good answer counts, every bad one is set aside, and little memory is enough. */
class FullMailboxTest {

    private static final int PEOPLE = 1_600;
    private static final int EVENTS = 8;
    private static final int DECLINE = 40;
    private static final int BAD = 400;
    private static final int MEGABYTES = 96;

    /** A zone of its own in each answer: what follows them all runs out of room. */
    private static final String ZONE =
            "BEGIN:VTIMEZONE\r\nTZID:Zone %d\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n"
                    + "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void everyGoodAnswerCountsAndEveryBadOneIsSetAside(@TempDir Path data) throws Exception {
        var post = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        post.start();
        var box = post.setUser("aanmelden@elaa.example", "reader", "secret");
        fill(box, uids());

        try (var reader = SmallReader.start(
                MEGABYTES,
                database.url(),
                data,
                post.getSmtp().getPort(),
                post.getImap().getPort())) {
            eventuallyPasses(() -> {
                assertThat(reader.alive()).isTrue();
                assertThat(messages(post, box, "INBOX")).isZero();
            });
            assertThat(messages(post, box, "Handled")).isEqualTo(PEOPLE);
            assertThat(messages(post, box, "Unreadable")).isEqualTo(BAD);
            assertThat(number("select count(*) from registration where reply = 'accepted'"))
                    .isEqualTo(PEOPLE - DECLINE);
            assertThat(number("select count(*) from registration where reply = 'declined' and status = 'cancelled'"))
                    .isEqualTo(DECLINE);
            assertThat(number("select count(*) from reply where outcome = 'unreadable' and look"))
                    .isEqualTo(BAD);
            SeatsInvariant.holds(database.pool());
        } finally {
            post.stop();
        }
    }

    /** Registers them all, as if they had been invited. */
    private static List<Row> uids() {
        var clock = Clock.systemUTC();
        var hall = new Hallway(database, clock.instant()).with(new Invites(new Outbox("elaa.example"), clock));
        for (int at = 0; at < PEOPLE; at += PEOPLE / EVENTS) {
            var event = SampleEvent.somewhere(database.pool())
                    .start(Instant.now().plus(Duration.ofDays(30)))
                    .in(database.pool());
            await(Future.all(IntStream.range(at, at + PEOPLE / EVENTS)
                    .mapToObj(i -> hall.registrations().register(hall.arrival(event, "guest" + i, Attendance.ONLINE)))
                    .toList()));
        }
        await(database.pool()
                .query("update invite set sent_sequence = 0, sent_method = 'request'")
                .execute());
        await(database.pool().query("update outbox set state = 'superseded'").execute());
        return await(database.pool()
                        .query("select uid, email from invite join registration on id = registration_id order by id")
                        .execute())
                .stream()
                .toList();
    }

    private static void fill(GreenMailUser box, List<Row> people) throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            var person = people.get(i);
            arrives(
                    box,
                    reply(
                            person.getString("uid"),
                            person.getString("email"),
                            i < DECLINE ? "DECLINED" : "ACCEPTED",
                            i));
            if (i % (PEOPLE / BAD) == 0) {
                arrives(
                        box,
                        "From: x@spam.example\r\nMessage-ID: <bad" + i + "@spam.example>\r\n"
                                + "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n");
            }
        }
    }

    private static String reply(String uid, String address, String partstat, int number) {
        return "From: " + address + "\r\nTo: aanmelden@elaa.example\r\nMessage-ID: <" + uid + ">\r\n"
                + "Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
                + "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + String.format(ZONE, number)
                + "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSEQUENCE:0\r\nDTSTART;TZID=Zone " + number
                + ":20261210T190000\r\nATTENDEE;PARTSTAT=" + partstat + ":mailto:" + address
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static void arrives(GreenMailUser box, String source) throws Exception {
        box.deliver(new MimeMessage(null, new ByteArrayInputStream(source.getBytes(UTF_8))));
    }

    private static int messages(GreenMail post, GreenMailUser box, String name) {
        var folder = post.getManagers().getImapHostManager().getFolder(box, name);
        return folder == null ? 0 : folder.getMessageCount();
    }

    private static long number(String statement) {
        return await(database.pool().query(statement).execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
