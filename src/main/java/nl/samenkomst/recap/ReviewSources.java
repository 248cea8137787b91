package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.EventFilter;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;
import nl.samenkomst.quote.PublishedQuote;
import nl.samenkomst.quote.PublishedQuotes;
import nl.samenkomst.quote.Scope;

/** Where pages read what they tell of a year. */
public final class ReviewSources {

    /** The years that a path may name. */
    private static final int FIRST = 2000;

    private static final int LAST = 2200;

    private final SqlClient sql;
    private final EventSources sources;
    private final PublicAgenda agenda;
    private final Clock clock;

    /** @param sql the pool */
    public ReviewSources(SqlClient sql, EventSources sources, PublicAgenda agenda, Clock clock) {
        this.sql = sql;
        this.sources = sources;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** The year that a part of a path names; not found where it names none. */
    static int year(String typed) {
        return Optional.of(typed)
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(year -> year >= FIRST && year <= LAST)
                .orElseThrow(() -> new NotFound("year"));
    }

    Instant now() {
        return clock.instant();
    }

    Formats formats() {
        return sources.formats();
    }

    Future<Housed> housed(Network network) {
        return sources.networks().of(network.id());
    }

    /** As it is now: people's words and photos may be taken back at any moment, so nothing is kept. Not found where nothing was held in that year, or nothing was counted yet. */
    Future<ReviewRead> read(Network network, int year) {
        var housed = sources.networks().of(network.id());
        var facts = facts(network, year);
        var review = new ReviewStore(sql).of(network, year);
        var material = material(network, year);
        var coming = agenda.coming(EventFilter.publicly().in(network.id()));
        return Future.all(housed, facts, review, material, coming)
                .map(all -> new ReviewRead(
                        housed.result(), facts.result(), review.result(), material.result(), coming.result()));
    }

    private Future<YearFacts> facts(Network network, int year) {
        var sittings = new SittingStore(sql).of(network, year, clock.instant());
        var reach = new ReachStore(sql).of(network.id(), year);
        var before = new ReachStore(sql).of(network.id(), year - 1);
        return Future.all(sittings, reach, before)
                .map(all -> new YearFacts(network, year, sittings.result(), reach.result(), before.result()))
                .map(ReviewSources::counted);
    }

    private static YearFacts counted(YearFacts facts) {
        if (facts.sittings().isEmpty()) {
            throw new NotFound("year");
        }
        return facts;
    }

    private Future<ReviewMaterial> material(Network network, int year) {
        var store = new ReviewMaterialStore(sql);
        var results = store.results(network, year);
        var quotes = quotes(network, year);
        var photos = store.photos(network, year);
        return Future.all(results, quotes, photos)
                .map(all -> new ReviewMaterial(results.result(), quotes.result(), photos.result()));
    }

    private Future<List<ReviewMaterial.Voice>> quotes(Network network, int year) {
        var from = Year.of(year).atDay(1).atStartOfDay(network.zone()).toInstant();
        var until = Year.of(year + 1).atDay(1).atStartOfDay(network.zone()).toInstant();
        return new PublishedQuotes(sql)
                .ofNetwork(network.id(), Scope.REVIEW, from, until)
                .map(quotes -> quotes.stream().map(ReviewSources::voice).toList());
    }

    private static ReviewMaterial.Voice voice(PublishedQuote quote) {
        return new ReviewMaterial.Voice(
                quote.id(), quote.words(), quote.attribution().orElse(""), quote.language());
    }
}
