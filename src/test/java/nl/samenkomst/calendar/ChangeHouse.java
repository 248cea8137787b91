package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Events;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.mail.Claims;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Postman;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.mail.Smtp;
import nl.samenkomst.kit.mail.SmtpUrl;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationLetters;

/** An organiser who changes events, the people who come, and the mail they get: all the way from a change to the letter in the box. */
final class ChangeHouse implements AutoCloseable {

    private static final Links LINKS = TestSite.links("https://samenkomst.example");

    final Hallway hall;
    final Events events;
    private final TestDatabase database;
    private final GreenMail box;
    private final Smtp smtp;
    private final Postman postman;
    private final Set<String> seen = new HashSet<>();

    /** @param folder an empty one, in which there are neither plugins nor words of one's own */
    ChangeHouse(TestDatabase database, Path folder) {
        this.database = database;
        database.empty();
        var outbox = new Outbox("samenkomst.example");
        hall = new Hallway(database, SampleEvent.START.minus(Duration.ofDays(7)));
        var invites = new Invites(outbox, hall.clock());
        hall.with(invites).with(new InviteData(outbox));
        var plugins = PluginFolder.open(folder);
        var formats = Formats.load(plugins);
        events = new Events(formats, Providers.load(plugins), List.of(hall.registrations(), invites), hall.clock());
        box = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        box.start();
        smtp = new Smtp(database.vertx(), SmtpUrl.local(box.getSmtp().getPort()), 2);
        postman = Postman.start(
                database.vertx(),
                outbox,
                Claims.of(database.pool(), hall.clock(), false),
                writers(formats, folder),
                smtp,
                hall.clock());
    }

    private List<LetterWriter> writers(Formats formats, Path folder) {
        var pool = database.pool();
        var languages = new Languages(List.of("calendar", "registration", "event", "kit/i18n"));
        var templates = LetterTemplates.compile(
                folder,
                Stream.concat(InviteLetters.ALL.stream(), RegistrationLetters.ALL.stream())
                        .toList());
        var from = new Sender("Samenkomst", "noreply@samenkomst.example");
        var networks = new NetworkShelf(pool);
        var lines = new RegistrationLetters.Means(
                templates,
                languages,
                hall.registrations(),
                new EventSources(networks, new SeatBoard(pool), formats),
                from,
                LINKS);
        var invitations = new InviteLetters.Means(
                templates,
                languages,
                new Correspondence(from, Optional.empty(), LINKS),
                new Occasions(pool, networks, formats),
                hall.registrations()::find);
        return Stream.concat(
                        new RegistrationLetters(pool, lines).writers().stream(),
                        new InviteLetters(pool, CalendarWorkers.of(database.vertx()), invitations, hall.clock())
                                .writers().stream())
                .toList();
    }

    <T> T run(Function<SqlClient, Future<T>> verb) {
        return await(database.pool().withTransaction(verb::apply));
    }

    Event change(Event event, JsonObject patch) {
        return run(tx -> events.change(tx, event.id(), patch, version -> {}));
    }

    Event changeAndTell(Event event, JsonObject patch) {
        return run(tx -> events.changeAndTell(tx, event.id(), patch, version -> {}));
    }

    Event undo(Event event) {
        return run(tx -> events.undo(tx, event.id()));
    }

    Event callOff(Event event, String message) {
        return run(tx -> events.callOff(tx, event.id(), message));
    }

    /** The type of the refusal that the verb ends in. */
    String refusal(Function<SqlClient, Future<Event>> verb) {
        return ((Refusal) awaitFailure(database.pool().withTransaction(verb::apply))).type();
    }

    static JsonObject time(String start, String end) {
        return new JsonObject()
                .put("start", "2026-12-10T" + start + ":00+01:00")
                .put("end", "2026-12-10T" + end + ":00+01:00");
    }

    static JsonObject hall(String name) {
        return new JsonObject().put("venue", new JsonObject().put("name", name));
    }

    static JsonObject link(String url) {
        return new JsonObject().put("meeting", new JsonObject().put("url", url));
    }

    static JsonObject attendance(String code) {
        return new JsonObject().put("attendance", code);
    }

    /**
     * What came into the boxes since this was last asked, once all that is due has left, by address: {@code "ada REQUEST 1 Veranderd: de
     * tijd"}; a letter without a calendar has {@code -}.
     */
    List<String> mails() {
        return messages().stream().map(ChangeHouse::line).sorted().toList();
    }

    /** The same, one after the other. */
    List<MimeMessage> messages() {
        postman.resume();
        eventually(() -> count("""
                select count(*) from outbox
                 where state = 'claimed' or (state = 'waiting' and due_at <= '%s')
                """.formatted(hall.clock().instant())) == 0);
        var sent = (int) count("select count(*) from outbox where state = 'sent'");
        eventuallyPasses(() -> assertThat(box.getReceivedMessages()).hasSizeGreaterThanOrEqualTo(sent));
        return Arrays.stream(box.getReceivedMessages())
                .filter(mail -> seen.add(id(mail)))
                .toList();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String line(MimeMessage mail) {
        try {
            var to = mail.getAllRecipients()[0].toString().replaceAll("@.*", "");
            var calendar = calendar(mail)
                    .map(one -> one.getMethod().getValue() + " "
                            + one.getEvents().get(0).getSequence().getValue())
                    .orElse("-");
            return to + " " + calendar + " " + mail.getSubject().replaceAll(": Wijktafel.*", "");
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static Optional<ICalendar> calendar(MimeMessage mail) {
        try {
            return mail.getContent() instanceof Multipart mixed
                            && mixed.getCount() > 1
                            && mixed.getBodyPart(1).getContentType().startsWith("application/ics")
                    ? Optional.of(Biweekly.parse(text(mixed.getBodyPart(1))).first())
                    : Optional.empty();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The plain words of a mail. */
    static String words(MimeMessage mail) {
        try {
            var part = (Multipart) mail.getContent();
            while (part.getBodyPart(0).getContent() instanceof Multipart inner) {
                part = inner;
            }
            return text(part.getBodyPart(0));
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(BodyPart part) throws Exception {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Nothing leaves until the mails are asked for. */
    void pause() {
        await(postman.pause());
    }

    /** As if the letter to this person was being sent at this moment. */
    void claim(Registration one) {
        await(database.pool().preparedQuery("""
                        update outbox
                           set attempts = 1, state = 'claimed', claimed_until = due_at + interval '4 minutes'
                         where subject = 'invite:' || $1::uuid and state = 'waiting'
                        """).execute(Tuple.of(one.id())));
    }

    /** Their letters that have not ended, as {@code "calendar/changed 1 waiting"}. */
    List<String> waiting(Registration one) {
        return rows("""
                        select letter || ' ' || sequence || ' ' || state from outbox
                         where subject = 'invite:' || $1::uuid and state in ('waiting', 'claimed')
                         order by id
                        """, one).stream().map(row -> row.getString(0)).toList();
    }

    /** As if the letter to this person was being sent when the mail server asked to try again later. */
    void claimAndFail(Registration one) {
        await(database.pool().preparedQuery("""
                        update outbox
                           set attempts = 1, due_at = due_at + interval '5 minutes', said = '450 later',
                               frozen = '{"began": "2026-12-03T18:00:00Z", "kept": {}}'
                         where subject = 'invite:' || $1::uuid and state = 'waiting'
                        """).execute(Tuple.of(one.id())));
    }

    /** What is wanted of somebody's calendar: {@code "request 2"}. */
    String invite(Registration one) {
        var row = rows("select wanted, sequence from invite where registration_id = $1", one)
                .get(0);
        return row.getString(0) + " " + row.getInteger(1);
    }

    List<Row> rows(String statement, Registration one) {
        return await(database.pool().preparedQuery(statement).execute(Tuple.of(one.id()))).stream()
                .toList();
    }

    long count(String statement) {
        return await(database.pool().query(statement).execute())
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public void close() {
        await(postman.close());
        await(smtp.close());
        box.stop();
    }
}
