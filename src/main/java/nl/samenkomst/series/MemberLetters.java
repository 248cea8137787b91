package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.Venue;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationLetters;
import nl.samenkomst.spi.Gathering;

/** Writes to standing members: that they are one, with every date; and what changed of dates they have no invitation for yet. */
public final class MemberLetters {

    private final Pool pool;
    private final RegistrationLetters.Means means;
    private final Clock clock;

    public MemberLetters(Pool pool, RegistrationLetters.Means means, Clock clock) {
        this.pool = pool;
        this.means = means;
        this.clock = clock;
    }

    /** One for each kind. */
    public List<LetterWriter> writers() {
        return Members.LETTERS.stream().<LetterWriter>map(Writer::new).toList();
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

        /** Empty where they stopped, or nothing that changed is news by now. */
        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            return read(row).map(found -> found.flatMap(read -> MemberLetters.this.letter(row, read)));
        }
    }

    /** What a letter is made from. */
    private record Read(Member one, Series series, Housed housed, List<Event> dates, Set<UUID> invited) {}

    private Future<Optional<Read>> read(OutboxRow row) {
        var member = new MemberStore(pool).find(id(row, "member"));
        var series = new SeriesStore(pool).find(id(row, "series"));
        return Future.all(member, series).compose(both -> member.result()
                .filter(one -> !one.erased() && one.endedAt().isEmpty())
                .flatMap(one -> series.result().map(found -> read(one, found).map(Optional::of)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Read> read(Member one, Series series) {
        var housed = means.sources().networks().of(series.network());
        var dates = new DateStore(pool).coming(series.id(), clock.instant());
        var standing = new DateStore(pool).standing(one.id());
        return Future.all(housed, dates, standing)
                .map(all -> new Read(
                        one,
                        series,
                        housed.result(),
                        dates.result().stream().filter(Event::published).toList(),
                        standing.result().entrySet().stream()
                                .filter(entry -> entry.getValue().status() != Registration.Status.CANCELLED)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet())));
    }

    private static UUID id(OutboxRow row, String name) {
        return UUID.fromString(row.ids().getString(name));
    }

    private Optional<Letter> letter(OutboxRow row, Read read) {
        var dates = row.letter().equals(Members.CHANGED) ? changed(row, read) : read.dates();
        if (row.letter().equals(Members.CHANGED) && dates.isEmpty()) {
            return Optional.empty();
        }
        return read.one().email().flatMap(EmailAddress::typed).map(to -> letter(row, read, dates, to));
    }

    /** Those that are still other than they were, and of which no invitation tells. */
    private static List<Event> changed(OutboxRow row, Read read) {
        var was = row.ids().getJsonArray("events").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(one -> UUID.fromString(one.getString("id")), one -> one.getString("was")));
        return read.dates().stream()
                .filter(event -> was.containsKey(event.id()))
                .filter(event -> !mark(event).equals(was.get(event.id())))
                .filter(event -> !read.invited().contains(event.id()))
                .filter(event -> read.one().comesTo(event.start()))
                .toList();
    }

    /** Tells one state of a date from another; whatever else changed is no news. */
    static String mark(Event event) {
        var told = String.join(
                "|",
                event.start().toString(),
                event.end().toString(),
                event.attendance().code(),
                event.venue().map(Venue::toString).orElse(""));
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Letter letter(OutboxRow row, Read read, List<Event> dates, EmailAddress to) {
        var words = means.languages().in(row.language());
        var organisation = read.housed().organisation();
        var contact = new DatePattern(read.series()).contact();
        var values = new HashMap<String, Object>();
        values.put("name", read.one().name().orElse(""));
        values.put("title", new DatePattern(read.series()).text("title", row.language()));
        values.put(
                "dates", dates.stream().map(event -> date(event, read, words)).toList());
        values.put("contactName", contact.map(one -> one.name()).orElse(organisation.name()));
        values.put("contactPhone", contact.flatMap(one -> one.phone()).orElse(""));
        values.put("contactEmail", contact.map(one -> one.email()).orElse(""));
        values.put("ownPage", means.links().url(MemberLinks.path(means.links(), read.one())));
        values.put("seriesPage", means.links().url("/series/" + read.series().slug()));
        values.put(
                "calendar",
                means.links().url("/networks/" + read.housed().network().slug() + "/calendar.ics"));
        values.put("privacy", means.links().url("/privacy"));
        var head = new Letterhead(organisation.name(), "#" + read.housed().accent());
        var written = means.templates().write(row.letter(), row.language(), head, values);
        return Letter.of(row, means.from().named(organisation.name()), to, written);
    }

    private Map<String, String> date(Event event, Read read, Words words) {
        var facts = EventFacts.of(
                event, read.housed().network(), means.sources().formats().find(event.format()), words);
        var hall = facts.where().map(EventFacts.Where::name).orElse("");
        var place = event.attendance() == Gathering.ONLINE || hall.isEmpty()
                ? words.say("event.row.onlyOnline")
                : event.attendance() == Gathering.HYBRID ? words.say("event.row.hybrid", hall) : hall;
        return Map.of(
                "date", facts.when().date(),
                "hours", facts.when().hours(),
                "place", place);
    }
}
