package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.FeedStore;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Housed;

/** What the feeds of a network say, in words. */
final class FeedText {

    /** News readers want what is new; the calendar has all. */
    private static final int NEWS = 100;

    private final Links links;
    private final Formats formats;
    private final Entries entries;

    /** Whose feed, of what, in which language. */
    record Told(Housed housed, FeedChoice choice, Words words) {

        String language() {
            return words.locale().getLanguage();
        }
    }

    FeedText(Links links, Formats formats) {
        this.links = links;
        this.formats = formats;
        this.entries = new Entries(links);
    }

    byte[] calendar(Told told, List<FeedStore.Dated> found) {
        var listed = found.stream()
                .map(one -> entries.open(occasion(told, one), told.words(), one.changed()))
                .toList();
        return FeedWriter.write(name(told.housed(), told.choice(), told.words()), listed);
    }

    /** What changed last comes first. */
    byte[] news(Told told, List<FeedStore.Dated> found) {
        var latest = found.stream()
                .sorted(Comparator.comparing(FeedStore.Dated::changed).reversed())
                .limit(NEWS)
                .toList();
        var network = told.housed().network();
        var path = "/networks/" + network.slug();
        var updated = latest.stream().map(FeedStore.Dated::changed).findFirst().orElse(Instant.EPOCH);
        return AtomWriter.write(new AtomWriter.Feed(
                "urn:uuid:" + id(network.id(), told.choice()),
                told.language(),
                name(told.housed(), told.choice(), told.words()),
                network.purpose(),
                told.housed().organisation().name(),
                links.url(path + page(told)),
                links.url(path + "/feed.xml" + told.choice().query(told.language())),
                updated,
                latest.stream().map(one -> entry(told, one)).toList()));
    }

    /** "Wijknetwerk Almere", "Wijknetwerk Almere: Haven, Wijktafel". */
    static String name(Housed housed, FeedChoice choice, Words words) {
        var parts = Stream.of(choice.area().map(Area::name), choice.format().map(format -> format.name(words.locale())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        var network = housed.network().name();
        return parts.isEmpty() ? network : network + ": " + parts;
    }

    private String page(Told told) {
        return told.choice()
                .area()
                .map(area -> "?area=" + area.slug() + "&lang=" + told.language())
                .orElse("?lang=" + told.language());
    }

    /** The network's own id, or for a part of it one that follows from the part's. */
    private static UUID id(UUID network, FeedChoice choice) {
        var part = choice.area().map(area -> area.id().toString()).orElse("")
                + choice.format().map(format -> " " + format.id()).orElse("");
        return part.isEmpty() ? network : UUID.nameUUIDFromBytes((network + " " + part).getBytes(UTF_8));
    }

    private AtomWriter.Entry entry(Told told, FeedStore.Dated one) {
        var event = one.event();
        var words = told.words();
        var facts = occasion(told, one).facts(words);
        var title = event.cancelled() ? words.say("calendar.feed.off", facts.title()) : facts.title();
        return new AtomWriter.Entry(
                "urn:uuid:" + event.id(),
                title,
                summary(facts, event.text(told.language()).summary()),
                facts.kind(),
                links.url("/events/" + event.slug() + "?lang=" + told.language()),
                one.published(),
                one.changed());
    }

    private static String summary(EventFacts facts, String story) {
        var when = facts.when().date() + ", " + facts.when().hours();
        var place = facts.where().map(EventFacts.Where::name).or(facts::online).orElse("");
        return Stream.of(facts.kind(), when, place, story)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Occasion occasion(Told told, FeedStore.Dated one) {
        return new Occasion(one.event(), told.housed(), formats.find(one.event().format()));
    }
}
