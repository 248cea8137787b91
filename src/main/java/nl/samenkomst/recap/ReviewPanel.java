package nl.samenkomst.recap;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;

/** On a network's page: the years that were looked back upon, each with a line of what it was. */
public final class ReviewPanel implements Panel<Network> {

    private static final int ORDER = 10;

    private final SqlClient sql;
    private final EventSources sources;

    /** @param sql the pool */
    public ReviewPanel(SqlClient sql, EventSources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    /** What is shown, latest year first. */
    record Years(List<Year> years) {}

    record Year(String year, String to, String line) {}

    @Override
    public Future<Map<Network, Shown>> on(List<Network> things, Visit visit) {
        return new PublishedYearStore(sql)
                .of(things.stream().map(Network::id).toList())
                .compose(years -> years.isEmpty() ? Future.succeededFuture(Map.of()) : shown(things, years, visit));
    }

    private Future<Map<Network, Shown>> shown(List<Network> things, List<PublishedYear> published, Visit visit) {
        var asked = things.stream()
                .collect(toMap(thing -> thing, thing -> sources.networks().of(thing.id())));
        return Future.all(List.copyOf(asked.values())).map(done -> asked.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), years(one.getValue().result(), published, visit)))
                .filter(one -> !one.getValue().years().isEmpty())
                .collect(toMap(Map.Entry::getKey, one -> shown(one.getValue()))));
    }

    private static Shown shown(Years years) {
        return new Shown(ORDER, "past", "recap/review-network", years);
    }

    private Years years(Housed housed, List<PublishedYear> published, Visit visit) {
        var words =
                visit.site().languages().in(visit.language(housed.organisation().languages()));
        return new Years(published.stream()
                .filter(year -> year.network().equals(housed.network().id()))
                .map(year -> new Year(
                        String.valueOf(year.year()),
                        ReviewPages.path(housed.network().slug(), year.year()),
                        line(year, housed, words)))
                .toList());
    }

    /** What the organiser wrote, else what was held most often and how many came. */
    private String line(PublishedYear year, Housed housed, Words words) {
        return Stream.concat(Stream.of(words.locale().getLanguage()), housed.organisation().languages().stream())
                .map(tag -> year.lines().getOrDefault(tag, ""))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElseGet(() -> words.say(
                        "recap.review.network.line",
                        words.say("recap.review.number", year.times()),
                        YearFigures.plural(year.format(), year.times(), sources.formats(), words),
                        year.people()));
    }
}
