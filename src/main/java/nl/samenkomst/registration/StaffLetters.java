package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;

/** Writes the letters that staff send by hand: the way to one's own page, and what they wrote to several people at once. */
public final class StaffLetters {

    /** The kinds of letters, each with its words in {@code mail-templates}. */
    public static final List<String> ALL = List.of(StaffDeeds.LINK, Round.LETTER);

    private final Pool pool;
    private final RegistrationLetters.Means means;

    /** Somebody's letter: what it is about, and the words of staff where it has any. */
    private record Ingredients(
            OutboxRow row, Registration one, Event event, EventSources.Known known, Optional<Round> round) {}

    public StaffLetters(Pool pool, RegistrationLetters.Means means) {
        this.pool = pool;
        this.means = means;
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

        /** Empty once the person erased themselves. */
        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            return means.registrations()
                    .find(UUID.fromString(row.ids().getString("registration")))
                    .compose(found -> found.map(one -> gathered(row, one).map(StaffLetters.this::letter))
                            .orElseGet(() -> Future.succeededFuture(Optional.empty())));
        }
    }

    private Future<Ingredients> gathered(OutboxRow row, Registration one) {
        var round = Optional.ofNullable(row.ids().getString("round"))
                .map(id -> new RoundStore(pool).find(UUID.fromString(id)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        return new EventStore(pool).find(one.event()).map(Optional::orElseThrow).compose(event -> Future.all(
                        means.sources().of(event), round)
                .map(both -> new Ingredients(row, one, event, both.resultAt(0), both.resultAt(1))));
    }

    private Optional<Letter> letter(Ingredients from) {
        var written =
                from.row().letter().equals(StaffDeeds.LINK) || from.round().isPresent();
        return from.row()
                .recipient()
                .or(() -> from.one().email().flatMap(EmailAddress::typed))
                .filter(to -> written)
                .map(to -> letter(from, to));
    }

    private Letter letter(Ingredients from, EmailAddress to) {
        var housed = from.known().housed();
        var words = means.languages().in(from.row().language());
        var facts = EventFacts.of(from.event(), housed.network(), from.known().format(), words);
        var values = new HashMap<String, Object>(
                LetterValues.of(from.event(), facts, from.one(), from.one().attendance(), words, means.links()));
        from.round().ifPresent(round -> values.putAll(said(round)));
        var head = new Letterhead(housed.organisation().name(), "#" + housed.accent());
        var written = means.templates().write(from.row().letter(), from.row().language(), head, values);
        return Letter.of(from.row(), means.from().named(housed.organisation().name()), to, written);
    }

    /** An empty line begins a paragraph, and so does each new line: a mail program shows both. */
    private static Map<String, Object> said(Round round) {
        var paragraphs = Arrays.stream(round.text().split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return Map.of("subject", round.subject(), "paragraphs", paragraphs);
    }
}
