package nl.samenkomst.quote;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.kit.web.Seal;
import nl.samenkomst.registration.RegistrationLetters;

/** Writes to authors, at the moment the letter leaves: the link to their words, and other words that wait for their answer. */
public final class QuoteLetters {

    private final Pool pool;
    private final RegistrationLetters.Means means;
    private final Seal seal;

    /** What a letter is made from. */
    private record Ingredients(OutboxRow row, Quote quote, Event event, EventSources.Known known, EmailAddress to) {}

    public QuoteLetters(Pool pool, RegistrationLetters.Means means) {
        this.pool = pool;
        this.means = means;
        this.seal = Quotes.seal(means.links());
    }

    /** One for each kind. */
    public List<LetterWriter> writers() {
        return List.of(
                new Writer(Quotes.GIVEN, quote -> quote.withdrawnAt().isEmpty()),
                new Writer(Quotes.PROPOSAL, Quote::waiting));
    }

    private final class Writer implements LetterWriter {

        private final String letter;
        private final Predicate<Quote> holds;

        private Writer(String letter, Predicate<Quote> holds) {
            this.letter = letter;
            this.holds = holds;
        }

        @Override
        public String letter() {
            return letter;
        }

        /** Empty once it is no longer so, and where the author left no address. */
        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            var id = UUID.fromString(row.ids().getString("quote"));
            var quote = new QuoteStore(pool).find(id);
            var address = address(row, id);
            return Future.all(quote, address).compose(both -> quote.result()
                    .filter(holds)
                    .flatMap(one -> address.result().map(to -> written(row, one, to)))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
        }
    }

    private Future<Optional<Letter>> written(OutboxRow row, Quote quote, EmailAddress to) {
        return gathered(row, quote, to).map(from -> Optional.of(letter(from)));
    }

    private Future<Optional<EmailAddress>> address(OutboxRow row, UUID id) {
        return row.recipient().isPresent()
                ? Future.succeededFuture(row.recipient())
                : new QuoteStore(pool).address(id).map(kept -> kept.flatMap(bytes -> seal.open(bytes, id))
                        .flatMap(text -> EmailAddress.typed(new String(text, UTF_8))));
    }

    private Future<Ingredients> gathered(OutboxRow row, Quote quote, EmailAddress to) {
        return new EventStore(pool)
                .find(quote.event())
                .map(Optional::orElseThrow)
                .compose(event -> means.sources()
                        .withoutSeats(event)
                        .map(known -> new Ingredients(row, quote, event, known, to)));
    }

    private Letter letter(Ingredients from) {
        var housed = from.known().housed();
        var organisation = housed.organisation();
        var words = means.languages().in(from.row().language());
        var facts = EventFacts.of(from.event(), housed.network(), from.known().format(), words);
        var contact = from.event().contact();
        var values = Map.ofEntries(
                Map.entry("kind", facts.kind()),
                Map.entry("title", facts.title()),
                Map.entry("day", facts.when().day()),
                Map.entry("month", facts.when().leaf().month()),
                Map.entry("dayNumber", String.valueOf(facts.when().leaf().day())),
                Map.entry("weekday", facts.when().leaf().weekday()),
                Map.entry(
                        "words",
                        from.row().letter().equals(Quotes.PROPOSAL)
                                ? from.quote().latest().words()
                                : ""),
                Map.entry("link", means.links().url(AuthorLinks.path(means.links(), from.quote()))),
                Map.entry("contactName", contact.name()),
                Map.entry("contactPhone", contact.phone().orElse("")),
                Map.entry("contactEmail", contact.email()),
                Map.entry("privacy", means.links().url("/privacy")));
        var head = new Letterhead(organisation.name(), "#" + housed.accent());
        var written = means.templates().write(from.row().letter(), from.row().language(), head, values);
        return organisation.signed(Letter.of(from.row(), organisation.sender(means.from()), from.to(), written));
    }
}
