package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.registration.LetterValues;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationLetters;

/** Writes to those who came that the recap can be read; nothing where it was taken back, or where they erased themselves. */
public final class RecapLetters implements LetterWriter {

    /** Its kind. */
    public static final String LETTER = "recap/published";

    private final Pool pool;
    private final RecapReading reading;
    private final RegistrationLetters.Means means;

    public RecapLetters(Pool pool, RecapReading reading, RegistrationLetters.Means means) {
        this.pool = pool;
        this.reading = reading;
        this.means = means;
    }

    /** What the outbox calls what was written so to somebody. */
    static String subject(UUID registration) {
        return "recap:" + registration;
    }

    static Outgoing to(CameStore.Came one, Event event, Instant now) {
        return new Outgoing(
                Optional.of(event.organisation()),
                subject(one.registration()),
                0,
                LETTER,
                one.language(),
                EmailAddress.typed(one.email()),
                new JsonObject()
                        .put("registration", one.registration().toString())
                        .put("event", event.id().toString()),
                false,
                now);
    }

    @Override
    public String letter() {
        return LETTER;
    }

    @Override
    public Future<Optional<Letter>> write(OutboxRow row) {
        var event = new EventStore(pool)
                .find(UUID.fromString(row.ids().getString("event")))
                .map(Optional::orElseThrow);
        var one = means.registrations().find(UUID.fromString(row.ids().getString("registration")));
        return Future.all(event, one)
                .compose(both -> reading.published(event.result()))
                .map(found -> found.flatMap(
                        from -> one.result().flatMap(somebody -> letter(row, event.result(), from, somebody))));
    }

    private Optional<Letter> letter(OutboxRow row, Event event, RecapReading.Gathered from, Registration somebody) {
        return row.recipient()
                .or(() -> somebody.email().flatMap(EmailAddress::typed))
                .map(to -> letter(row, event, from, somebody, to));
    }

    private Letter letter(
            OutboxRow row, Event event, RecapReading.Gathered from, Registration somebody, EmailAddress to) {
        var housed = from.known().housed();
        var words = means.languages().in(row.language());
        var facts = EventFacts.of(event, housed.network(), from.known().format(), words);
        var values = new HashMap<String, Object>(
                LetterValues.of(event, facts, somebody, somebody.attendance(), words, means.links()));
        values.put("recap", means.links().url("/events/" + event.slug() + "/recap?lang=" + row.language()));
        values.put(
                "results",
                from.recap().in(from.recap().resultsIn(row.language(), event)).results());
        var head = new Letterhead(housed.organisation().name(), "#" + housed.accent());
        var written = means.templates().write(LETTER, row.language(), head, values);
        return Letter.of(row, means.from().named(housed.organisation().name()), to, written);
    }
}
