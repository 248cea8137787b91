package nl.samenkomst.registration;

import static java.util.Map.entry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.samenkomst.event.CalledOffStore;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.spi.Attendance;

/** Writes the letters about lines and offers, at the moment they leave: one whose news no longer holds is not written. */
public final class RegistrationLetters {

    /** Each kind, with how a registration must stand for it to be true. */
    private static final Map<String, Predicate<Registration>> KINDS = Map.ofEntries(
            entry(Letters.DECLINED, RegistrationLetters::declined),
            entry(Letters.NOT_BACK, RegistrationLetters::declined),
            entry(Letters.WAITING, one -> one.status() == Registration.Status.WAITLISTED),
            entry(Letters.WANTS, one -> one.confirmed() && one.wants().isPresent()),
            entry(Letters.OFFER, one -> one.status() == Registration.Status.OFFERED),
            entry(Letters.OFFER_LAPSED, one -> one.status() == Registration.Status.WAITLISTED),
            entry(
                    Letters.NO_CHOICE,
                    one -> one.by().filter(By.NO_CHOICE.code()::equals).isPresent()),
            entry(Letters.FREE_SEAT, one -> one.waitsFor().isPresent()),
            entry(Letters.ALREADY_REGISTERED, one -> !one.cancelled()),
            entry(Letters.CHOOSE, one -> one.status() == Registration.Status.CHOOSE),
            entry(Letters.CALLED_OFF, one -> !one.cancelled()));

    /** The kinds of letters, each with its words in {@code mail-templates}. */
    public static final List<String> ALL = KINDS.keySet().stream().sorted().toList();

    private final Pool pool;
    private final Means means;

    /**
     * What letters are made with.
     *
     * @param from the From of all mail; the name is the organisation's
     */
    public record Means(
            LetterTemplates templates,
            Languages languages,
            Registrations registrations,
            EventSources sources,
            Sender from,
            Links links) {}

    /** What one letter is made from. */
    private record Ingredients(
            OutboxRow row,
            Registration one,
            Event event,
            EventSources.Known known,
            Optional<Integer> before,
            Optional<String> message,
            Words words) {}

    private static boolean declined(Registration one) {
        return one.by().filter(By.REPLY.code()::equals).isPresent();
    }

    public RegistrationLetters(Pool pool, Means means) {
        this.pool = pool;
        this.means = means;
    }

    /** One for each kind. */
    public List<LetterWriter> writers() {
        return KINDS.entrySet().stream()
                .<LetterWriter>map(kind -> new Writer(kind.getKey(), kind.getValue()))
                .toList();
    }

    private final class Writer implements LetterWriter {

        private final String letter;
        private final Predicate<Registration> holds;

        private Writer(String letter, Predicate<Registration> holds) {
            this.letter = letter;
            this.holds = holds;
        }

        @Override
        public String letter() {
            return letter;
        }

        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            var id = UUID.fromString(row.ids().getString("registration"));
            return means.registrations().find(id).compose(found -> found.filter(holds)
                    .map(one -> gathered(row, one).map(this::letter))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
        }

        /** Once a gathering is called off, nothing else is said about it. */
        private Optional<Letter> letter(Ingredients from) {
            return from.event().cancelled() == letter.equals(Letters.CALLED_OFF)
                    ? RegistrationLetters.this.letter(from)
                    : Optional.empty();
        }
    }

    private Future<Ingredients> gathered(OutboxRow row, Registration one) {
        return new EventStore(pool).find(one.event()).map(Optional::orElseThrow).compose(event -> Future.all(
                        means.sources().of(event),
                        means.registrations().before(one),
                        new CalledOffStore(pool).message(event.id()))
                .map(both -> new Ingredients(
                        row,
                        one,
                        event,
                        both.resultAt(0),
                        both.resultAt(1),
                        both.resultAt(2),
                        means.languages().in(row.language()))));
    }

    private Optional<Letter> letter(Ingredients from) {
        return from.row()
                .recipient()
                .or(() -> from.one().email().flatMap(EmailAddress::typed))
                .map(to -> letter(from, to));
    }

    /** Whose way of attending is gone is told of the one that remains, save when that is what they have to choose. */
    private static Attendance way(Ingredients from) {
        var way = from.one().waitsFor().orElse(from.one().attendance());
        return from.event().attendance().allows(way) || from.row().letter().equals(Letters.CHOOSE) ? way : way.other();
    }

    private Letter letter(Ingredients from, EmailAddress to) {
        var housed = from.known().housed();
        var facts = EventFacts.of(from.event(), housed.network(), from.known().format(), from.words());
        var way = way(from);
        var values = LetterValues.of(from.event(), facts, from.one(), way, from.words(), means.links());
        values.put("number", String.valueOf(from.before().orElse(0) + 1));
        values.put("confirmed", LetterValues.said(from.one().confirmed()));
        values.put("waiting", LetterValues.said(from.one().status() == Registration.Status.WAITLISTED));
        values.put("offered", LetterValues.said(from.one().offerUntil().isPresent()));
        values.put("holdsOnSite", LetterValues.said(from.one().attendance() == Attendance.ON_SITE));
        values.put(
                "choice",
                LetterValues.said(!from.event().attendance().allows(from.one().attendance())));
        values.put("message", from.message().orElse(""));
        var moments = new Moments(from.words(), from.event().zone());
        values.put("untilDay", from.one().offerUntil().map(moments::day).orElse(""));
        values.put("untilTime", from.one().offerUntil().map(moments::time).orElse(""));
        var head = new Letterhead(housed.organisation().name(), "#" + housed.accent());
        var written = means.templates().write(from.row().letter(), from.row().language(), head, values);
        var organisation = housed.organisation();
        return organisation.signed(Letter.of(from.row(), organisation.sender(means.from()), to, written));
    }
}
