package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFilter;
import nl.samenkomst.event.EventRow;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;

/** On a network's page: what came of its latest gatherings, each by its first result. */
public final class LatestRecaps implements Panel<Network> {

    private static final int ORDER = 50;
    private static final int MOST = 5;
    private static final Duration AGE = Duration.ofSeconds(1);

    private final SqlClient sql;
    private final EventSources sources;
    private final PublicAgenda agenda;
    private final Shelf<UUID, List<Told>> shelf;

    /** A gathering that was held, with its recap. */
    private record Told(Event event, Recap recap, Optional<Tally> tally) {}

    /** What the page shows. */
    record Latest(List<Line> lines) {}

    /**
     * One gathering.
     *
     * @param result the first of what came of it, in a language that may not be the page's
     */
    record Line(EventRow row, String result, String language, String people, String organisations) {}

    /** @param sql the pool */
    public LatestRecaps(SqlClient sql, EventSources sources, PublicAgenda agenda) {
        this.sql = sql;
        this.sources = sources;
        this.agenda = agenda;
        this.shelf = new Shelf<>(AGE, this::read);
    }

    @Override
    public Future<Map<Network, Shown>> on(List<Network> things, Visit visit) {
        var asked = things.stream().map(network -> one(network, visit)).toList();
        return Future.all(asked).map(done -> IntStream.range(0, things.size())
                .filter(i -> asked.get(i).result().isPresent())
                .boxed()
                .collect(
                        Collectors.toMap(things::get, i -> asked.get(i).result().orElseThrow())));
    }

    private Future<Optional<Shown>> one(Network network, Visit visit) {
        var housed = sources.networks().of(network.id());
        var told = shelf.of(network.id());
        return Future.all(housed, told).map(both -> shown(visit, housed.result(), told.result()));
    }

    private Future<List<Told>> read(UUID network) {
        return agenda.past(EventFilter.publicly().in(network))
                .map(PublicAgenda.Gatherings::events)
                .compose(events -> {
                    var ids = events.stream().map(Event::id).toList();
                    var recaps = new RecapStore(sql).publishedOf(ids);
                    var tallies = new TallyStore(sql).of(ids);
                    return Future.all(recaps, tallies).map(both -> told(events, recaps.result(), tallies.result()));
                });
    }

    private static List<Told> told(List<Event> events, List<Recap> recaps, Map<UUID, Tally> tallies) {
        var byEvent = recaps.stream().collect(Collectors.toMap(Recap::event, Function.identity()));
        return events.stream()
                .flatMap(event -> Optional.ofNullable(byEvent.get(event.id())).stream()
                        .map(recap -> new Told(event, recap, Optional.ofNullable(tallies.get(event.id())))))
                .toList();
    }

    private Optional<Shown> shown(Visit visit, Housed housed, List<Told> told) {
        var words =
                visit.site().languages().in(visit.language(housed.organisation().languages()));
        var area = visit.query("area").flatMap(housed.network()::area).map(Area::id);
        var lines = told.stream()
                .filter(one -> area.isEmpty() || one.event().area().equals(area))
                .limit(MOST)
                .map(one -> line(one, housed.network(), words))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(ORDER, "told", "recap/latest", new Latest(lines)));
    }

    private Line line(Told told, Network network, Words words) {
        var event = told.event();
        var language = told.recap().resultsIn(words.locale().getLanguage(), event);
        var row = EventRow.of(
                event,
                new EventRow.Ingredients(
                        words, network, sources.formats().find(event.format()), List.of(), event.end()));
        return new Line(
                row,
                told.recap().in(language).results().stream().findFirst().orElse(""),
                language,
                told.tally()
                        .filter(tally -> tally.people() > 0)
                        .map(tally -> words.say("recap.latest.people", tally.people()))
                        .orElse(""),
                told.tally()
                        .filter(tally -> tally.organisations() > 0)
                        .map(tally -> words.say("recap.latest.organisations", tally.organisations()))
                        .orElse(""));
    }
}
