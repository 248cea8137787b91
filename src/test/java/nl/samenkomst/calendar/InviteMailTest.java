package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.mail.Claims;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Postman;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.mail.Smtp;
import nl.samenkomst.kit.mail.SmtpUrl;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.OwnLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a seat to the mail in somebody's box, by way of outbox, postman and SMTP. */
class InviteMailTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Clock WEEK_BEFORE = Clock.fixed(SampleEvent.START.minus(Duration.ofDays(7)), ZoneOffset.UTC);
    private static final Links LINKS = TestSite.links("https://samenkomst.example");

    @TempDir
    Path folder;

    private final Outbox outbox = new Outbox("samenkomst.example");
    private GreenMail box;
    private Smtp smtp;
    private Hallway hall;
    private Optional<Postman> postman = Optional.empty();

    @BeforeEach
    void openTheDoor() {
        database.empty();
        box = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        box.start();
        smtp = new Smtp(database.vertx(), SmtpUrl.local(box.getSmtp().getPort()), 2);
        hall = new Hallway(database, WEEK_BEFORE.instant())
                .with(new Invites(outbox, WEEK_BEFORE))
                .with(new InviteData(outbox));
    }

    @AfterEach
    void closeTheDoor() {
        postman.ifPresent(one -> await(one.close()));
        await(smtp.close());
        box.stop();
    }

    @Test
    void theConfirmationIsTheInvitation() throws Exception {
        var event = anEvent();
        var ada = hall.register(event, "Ada", ONLINE);
        startPostman(Optional.empty());

        MimeMessage mail = mails(1).get(0);
        var mixed = (Multipart) mail.getContent();
        var alternatives = (Multipart) mixed.getBodyPart(0).getContent();

        assertThat(mail.getFrom()[0].toString()).isEqualTo("Elaa <noreply@samenkomst.example>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@mail.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(types(alternatives)).containsExactly("text/plain", "text/html", "text/calendar");
        assertThat(alternatives.getBodyPart(2).getContentType()).containsIgnoringCase("method=\"REQUEST\"");
        assertThat(alternatives.getBodyPart(2).getDisposition()).isNull();
        assertThat(types(mixed)).last().isEqualTo("application/ics");
        assertThat(text(mixed.getBodyPart(1))).isEqualTo(text(alternatives.getBodyPart(2)));
        assertThat(text(alternatives.getBodyPart(0)))
                .startsWith("U bent aangemeld. Tot donderdag 10 december om 19.00 uur, online.")
                .contains("https://meet.example/" + event.slug(), LINKS.url(OwnLinks.path(LINKS, ada)));

        ICalendar calendar = calendar(mail);
        var entry = calendar.getEvents().get(0);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo(event.start());
        assertThat(entry.getLocation().getValue()).isEqualTo("https://meet.example/" + event.slug());
        assertThat(entry.getOrganizer().getEmail()).isEqualTo("noreply@samenkomst.example");
        assertThat(entry.getOrganizer().getCommonName()).isEqualTo("Sanne de Wit");
        assertThat(entry.getAttendees()).singleElement().satisfies(one -> {
            assertThat(one.getEmail()).isEqualTo("ada@mail.example");
            assertThat(one.getCommonName()).isEqualTo("Ada");
        });
        assertThat(text(mixed.getBodyPart(1))).doesNotContain("/registrations/");
    }

    @Test
    void whoComesToTheRoomIsNotShownTheLinkToJoinBy() throws Exception {
        hall.register(anEvent(), "Ada", ON_SITE);
        startPostman(Optional.empty());

        MimeMessage mail = mails(1).get(0);

        assertThat(everything(mail)).doesNotContain("meet.example");
        assertThat(calendar(mail).getEvents().get(0).getLocation().getValue())
                .isEqualTo("De Schoor, Zaal 2, Baltimoreplein 112, Almere");
    }

    @Test
    void leavingAndComingBackAreToldUnderOneUidWithRisingSequences() throws Exception {
        var event = anEvent();
        startPostman(Optional.empty());
        var ada = hall.register(event, "Ada");
        mails(1);
        await(hall.registrations().cancel(ada, By.SELF));
        mails(2);
        hall.register(event, "Ada");

        List<MimeMessage> mails = mails(3);

        assertThat(mails).extracting(InviteMailTest::told).containsExactly("REQUEST 0", "CANCEL 1", "REQUEST 2");
        assertThat(mails)
                .extracting(mail -> calendar(mail).getEvents().get(0).getUid().getValue())
                .containsOnly(calendar(mails.get(0)).getEvents().get(0).getUid().getValue());
        assertThat(mails.get(1).getSubject()).isEqualTo("U bent afgemeld: Wijktafel, donderdag 10 december");
        assertThat(calendar(mails.get(1)).getEvents().get(0).getStatus().getValue())
                .isEqualTo("CANCELLED");
    }

    @Test
    void whoLeftBeforeTheFirstMailHearsNothing() {
        var event = anEvent();
        var ada = hall.register(event, "Ada");
        await(hall.registrations().cancel(ada, By.SELF));
        hall.register(event, "Grace");
        startPostman(Optional.empty());

        eventuallyPasses(() -> assertThat(states()).containsExactly("superseded", "superseded", "sent"));
        assertThat(mails(1))
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .containsExactly("grace@mail.example");
    }

    @Test
    void whoIsErasedHearsItOnceMoreAndIsForgottenInTheOutbox() throws Exception {
        startPostman(Optional.empty());
        var ada = hall.register(anEvent(), "Ada");
        mails(1);
        await(hall.registrations().erase(ada));

        MimeMessage last = mails(2).get(1);

        assertThat(told(last)).isEqualTo("CANCEL 1");
        assertThat(everything(last)).contains("Uw gegevens zijn gewist.").doesNotContain("/registrations/", "Ada");
        eventuallyPasses(() -> assertThat(states()).containsOnly("sent"));
        eventuallyPasses(() -> assertThat(await(database.pool()
                                .query("select count(*) from outbox where recipient is not null")
                                .execute())
                        .iterator()
                        .next()
                        .getLong(0))
                .isZero());
    }

    @Test
    void answersGoToAnAddressThatNamesTheRegistration() throws Exception {
        var ada = hall.register(anEvent(), "Ada");
        startPostman(Optional.of("antwoord+{token}@samenkomst.example"));

        MimeMessage mail = mails(1).get(0);
        String expected = "antwoord+" + LINKS.token("reply", ada.id(), 1) + "@samenkomst.example";

        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("Sanne de Wit <" + expected + ">");
        assertThat(calendar(mail).getEvents().get(0).getOrganizer().getEmail()).isEqualTo(expected);
    }

    private void startPostman(Optional<String> replyTo) {
        var means = new InviteLetters.Means(
                LetterTemplates.compile(folder, InviteLetters.ALL),
                new Languages(List.of("calendar", "event", "kit/i18n")),
                new Correspondence(new Sender("Samenkomst", "noreply@samenkomst.example"), replyTo, LINKS),
                new Occasions(
                        database.pool(), new NetworkShelf(database.pool()), Formats.load(PluginFolder.open(folder))),
                hall.registrations()::find);
        postman = Optional.of(Postman.start(
                database.vertx(),
                outbox,
                Claims.of(database.pool(), WEEK_BEFORE, false),
                new InviteLetters(database.pool(), CalendarWorkers.of(database.vertx()), means, WEEK_BEFORE).writers(),
                smtp,
                WEEK_BEFORE));
    }

    private static Event anEvent() {
        return SampleEvent.somewhere(database.pool()).in(database.pool());
    }

    private List<MimeMessage> mails(int number) {
        eventuallyPasses(() -> assertThat(box.getReceivedMessages()).hasSize(number));
        return Arrays.asList(box.getReceivedMessages());
    }

    private static List<String> states() {
        return await(database.pool()
                        .query("select state from outbox order by id")
                        .execute())
                .stream()
                .map(row -> row.getString("state"))
                .toList();
    }

    private static String told(MimeMessage mail) {
        var calendar = calendar(mail);
        return calendar.getMethod().getValue() + " "
                + calendar.getEvents().get(0).getSequence().getValue();
    }

    private static ICalendar calendar(MimeMessage mail) {
        try {
            return Biweekly.parse(text(((Multipart) mail.getContent()).getBodyPart(1)))
                    .first();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String everything(MimeMessage mail) throws Exception {
        var mixed = (Multipart) mail.getContent();
        var alternatives = (Multipart) mixed.getBodyPart(0).getContent();
        return text(alternatives.getBodyPart(0)) + text(alternatives.getBodyPart(1)) + text(mixed.getBodyPart(1));
    }

    private static List<String> types(Multipart parts) throws Exception {
        var types = new ArrayList<String>();
        for (int i = 0; i < parts.getCount(); i++) {
            types.add(parts.getBodyPart(i).getContentType().split(";")[0].toLowerCase(Locale.ROOT));
        }
        return types;
    }

    private static String text(BodyPart part) throws Exception {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
