package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.ReplySource;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Registration;

/** A gathering with one seat on site, six days from now: Fatima has it and was invited, Grace waits. */
final class FullRoom {

    static final Clock NOW = Clock.fixed(SampleEvent.START.minus(Duration.ofDays(6)), ZoneOffset.UTC);
    static final String REPLY_TO = "antwoord+{token}@samenkomst.example";
    static final Links LINKS = TestSite.links("https://samenkomst.example");

    final Hallway hall;
    final Replies replies;
    final Event event;
    final Registration fatima;
    final Registration grace;
    private final Pool pool;

    FullRoom(TestDatabase database) {
        this.pool = database.pool();
        database.empty();
        var outbox = new Outbox("samenkomst.example");
        hall = new Hallway(database, NOW.instant())
                .with(new Invites(outbox, NOW))
                .with(new InviteData(outbox));
        replies = new Replies(new Replies.Means(
                pool,
                CalendarWorkers.of(database.vertx()),
                hall.registrations(),
                new Correspondence(
                        new Sender("Samenkomst", "noreply@samenkomst.example"), Optional.of(REPLY_TO), LINKS),
                outbox,
                NOW));
        event = SampleEvent.somewhere(pool).seats(1).in(pool);
        fatima = hall.register(event, "Fatima");
        grace = hall.register(event, "Grace");
        run("update invite set uid = '" + SampleReply.UID + "', sent_sequence = 0, sent_method = 'request'");
        run("update outbox set state = 'sent', recipient = null, message_id = '" + SampleReply.LETTER
                + "' where letter = 'calendar/invitation'");
    }

    /** What came of a mail. */
    String take(String sample) {
        return take(SampleReply.file(sample));
    }

    String say(String partstat, String stamp, int sequence) {
        return take(SampleReply.plain(SampleReply.UID, SampleReply.ADDRESS, partstat, stamp, sequence));
    }

    String take(byte[] source) {
        return await(replies.from("imap").take(source)).outcome();
    }

    /** What came of mails that are taken together. */
    List<String> take(List<byte[]> sources) {
        return await(replies.from("imap").take(sources)).stream()
                .map(ReplySource.Receipt::outcome)
                .toList();
    }

    Registration now(Registration one) {
        return await(hall.registrations().find(one.id())).orElseThrow();
    }

    List<String> toLook() {
        return outcomes("select outcome from reply where look and done_at is null order by received_at, dtstamp");
    }

    List<String> lines() {
        return outcomes("select outcome from reply order by received_at, outcome");
    }

    private List<String> outcomes(String statement) {
        return rows(statement).stream().map(row -> row.getString(0)).toList();
    }

    List<String> waiting() {
        return rows("select letter, recipient from outbox where state = 'waiting'").stream()
                .map(row -> row.getString(0) + " " + row.getString(1))
                .toList();
    }

    String invite(Registration one) {
        var row = await(pool.preparedQuery("select wanted, sequence from invite where registration_id = $1")
                        .execute(Tuple.of(one.id())))
                .iterator()
                .next();
        return row.getString("wanted") + " " + row.getInteger("sequence");
    }

    List<Row> rows(String statement) {
        return await(pool.query(statement).execute()).stream().toList();
    }

    void run(String statement) {
        await(pool.query(statement).execute());
    }
}
