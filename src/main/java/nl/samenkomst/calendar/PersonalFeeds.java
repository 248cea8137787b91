package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.registration.Registration;

/** Gives people a secret calendar link of their own, by mail alone, and takes it back. */
public final class PersonalFeeds implements PersonalData {

    /** Who asks again sooner has the letter already. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    public PersonalFeeds(Pool pool, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Mails the link to the address of this registration. */
    Future<Void> ask(Registration one) {
        var now = clock.instant();
        return pool.withTransaction(tx -> new PersonalFeedStore(tx)
                .ask(one.id(), UUID.randomUUID(), now.minus(AGAIN), now)
                .compose(feed -> outbox.enqueue(
                        tx, feed.map(found -> letter(one, found)).stream().toList())));
    }

    /** Ends the link, and takes back the letter that may be on its way. */
    Future<Void> stop(Registration one) {
        return pool.withTransaction(tx -> new PersonalFeedStore(tx)
                .stop(one.id())
                .compose(stopped -> outbox.supersede(
                        tx, stopped.map(PersonalFeeds::subject).stream().toList())));
    }

    /** The address is not in it: the registration has it, for as long as there is one. */
    private Outgoing letter(Registration one, PersonalFeed feed) {
        return new Outgoing(
                Optional.of(one.organisation()),
                subject(feed.id()),
                0,
                PersonalFeedLetter.LETTER,
                one.language(),
                Optional.empty(),
                new JsonObject()
                        .put("feed", feed.id().toString())
                        .put("registration", one.id().toString())
                        .put("event", one.event().toString()),
                false,
                clock.instant());
    }

    private static String subject(UUID feed) {
        return "feed:" + feed;
    }

    @Override
    public String part() {
        return "calendarLink";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new PersonalFeedStore(sql).asked(List.of(registration)).map(asked -> new JsonObject()
                .put("mailed", asked.getOrDefault(registration, false)));
    }

    /** Whose last registration is blanked has no calendar any more. */
    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return new PersonalFeedStore(tx)
                .forgetGone(registration)
                .compose(gone -> outbox.forget(
                        tx, gone.stream().map(PersonalFeeds::subject).toList()));
    }
}
