package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFilter;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.quote.PublishedQuote;
import nl.samenkomst.quote.PublishedQuotes;
import nl.samenkomst.quote.Scope;
import nl.samenkomst.survey.SurveyFigures;

/**
 * Gathers all that a recap tells: the organiser's words, photos and files, and what was counted, said and answered. For visitors it is
 * kept for a second, since whoever withdraws their words or a photo is heard at once.
 */
public final class RecapReading {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final SqlClient sql;
    private final EventSources sources;
    private final PublicAgenda agenda;
    private final Clock clock;
    private final Shelf<Event, Optional<Gathered>> published;

    /**
     * What a recap is made of.
     *
     * @param photos those that may be shown
     * @param quotes all that may be shown in a recap, those that are left out too
     * @param next what comes after it: of the same series, else in the same neighbourhood
     */
    record Gathered(
            Recap recap,
            EventSources.Known known,
            List<Photo> photos,
            List<Download> downloads,
            List<PublishedQuote> quotes,
            Optional<Tally> tally,
            Optional<SurveyFigures> figures,
            Optional<Event> next) {

        List<PublishedQuote> quotesShown() {
            return quotes.stream()
                    .filter(quote -> !recap.leftOut().contains(quote.id()))
                    .toList();
        }
    }

    /** @param sql the pool */
    public RecapReading(SqlClient sql, EventSources sources, PublicAgenda agenda, Clock clock) {
        this.sql = sql;
        this.sources = sources;
        this.agenda = agenda;
        this.clock = clock;
        this.published = new Shelf<>(AGE, this::readPublished);
    }

    /** For everybody: empty until it is published, for a gathering that stands in no public place, and for one moved to a day to come. */
    Future<Optional<Gathered>> published(Event event) {
        boolean over = event.published() && event.phase(clock.instant()) == Event.Phase.OVER;
        return event.closed() || !over ? Future.succeededFuture(Optional.empty()) : published.of(event);
    }

    /** After a change on this node. */
    void forget() {
        published.forgetAll();
    }

    private Future<Optional<Gathered>> readPublished(Event event) {
        return new RecapStore(sql).of(event.id()).compose(found -> found.filter(
                        recap -> recap.published().isPresent())
                .map(recap -> gathered(event, recap, new PhotoStore(sql).publicOf(event.id()))
                        .map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** For staff: as it would be if it were published now. */
    Future<Gathered> draft(Event event) {
        var photos = new PhotoStore(sql)
                .of(event.id())
                .map(all -> all.stream().filter(Photo::ready).toList());
        return new RecapStore(sql)
                .of(event.id())
                .compose(found -> gathered(event, found.orElseGet(() -> Recap.unwritten(event)), photos));
    }

    private Future<Gathered> gathered(Event event, Recap recap, Future<List<Photo>> photos) {
        var known = sources.withoutSeats(event);
        var downloads = new DownloadStore(sql).of(event.id());
        var quotes = new PublishedQuotes(sql).ofEvent(event.id(), Scope.RECAP);
        var tally = new TallyStore(sql).of(event.id());
        var figures = SurveyFigures.of(sql, event.id(), clock.instant());
        var next = next(event);
        return Future.all(List.of(known, photos, downloads, quotes, tally, figures, next))
                .map(done -> new Gathered(
                        recap,
                        known.result(),
                        photos.result(),
                        downloads.result(),
                        quotes.result(),
                        tally.result(),
                        figures.result(),
                        next.result()));
    }

    private Future<Optional<Event>> next(Event event) {
        return agenda.coming(EventFilter.publicly().in(event.network())).map(coming -> coming.events().stream()
                .filter(other -> other.published() && !other.id().equals(event.id()) && follows(event, other))
                .findFirst());
    }

    private static boolean follows(Event event, Event other) {
        var series = event.series().map(Event.OfSeries::id);
        return (series.isPresent() && series.equals(other.series().map(Event.OfSeries::id)))
                || (event.area().isPresent() && event.area().equals(other.area()));
    }
}
