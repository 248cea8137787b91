package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationLetters;

/** Writes to people what they thought of it, and once more to who did not answer. */
public final class SurveyLetters {

    /** The kinds of letters, each with its words in {@code mail-templates}. */
    public static final List<String> ALL = List.of(AskingJob.INVITATION, AskingJob.REMINDER);

    private final Pool pool;
    private final RegistrationLetters.Means means;
    private final Clock clock;

    public SurveyLetters(Pool pool, RegistrationLetters.Means means, Clock clock) {
        this.pool = pool;
        this.means = means;
        this.clock = clock;
    }

    /** One for each kind. */
    public List<LetterWriter> writers() {
        return ALL.stream().<LetterWriter>map(Writer::new).toList();
    }

    private final class Writer implements LetterWriter {

        private final String letter;

        private Writer(String letter) {
            this.letter = letter;
        }

        @Override
        public String letter() {
            return letter;
        }

        /** Empty once they answered, are asked no more, or the questions are closed. */
        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            var id = UUID.fromString(row.ids().getString("registration"));
            var waiting = new TicketStore(pool).waiting(id, clock.instant());
            var person = means.registrations().find(id);
            return Future.all(waiting, person).compose(both -> person.result()
                    .filter(one -> waiting.result())
                    .map(one -> written(row, one))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
        }
    }

    private Future<Optional<Letter>> written(OutboxRow row, Registration one) {
        return new EventStore(pool).find(one.event()).compose(found -> found.filter(Event::published)
                .map(event -> letter(row, one, event))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Optional<Letter>> letter(OutboxRow row, Registration one, Event event) {
        return means.sources().withoutSeats(event).map(known -> row.recipient()
                .or(() -> one.email().flatMap(EmailAddress::typed))
                .map(to -> {
                    var words = means.languages().in(row.language());
                    var housed = known.housed();
                    var facts = EventFacts.of(event, housed.network(), known.format(), words);
                    var leaf = facts.when().leaf();
                    var values = new HashMap<String, String>();
                    values.put("name", one.name().orElse(""));
                    values.put("kind", facts.kind());
                    values.put("title", facts.title());
                    values.put("day", facts.when().day());
                    values.put("month", leaf.month());
                    values.put("dayNumber", String.valueOf(leaf.day()));
                    values.put("weekday", leaf.weekday());
                    values.put("until", new Moments(words, event.zone()).day(Surveys.until(event)));
                    values.put("contactName", event.contact().name());
                    values.put("contactPhone", event.contact().phone().orElse(""));
                    values.put("contactEmail", event.contact().email());
                    values.put("feedback", means.links().url(AskedTarget.path(means.links(), one)));
                    values.put("privacy", means.links().url("/privacy"));
                    var organisation = housed.organisation();
                    var head = new Letterhead(organisation.name(), "#" + housed.accent());
                    var written = means.templates().write(row.letter(), row.language(), head, values);
                    return organisation.signed(Letter.of(row, organisation.sender(means.from()), to, written));
                }));
    }
}
