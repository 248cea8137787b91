package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventRow;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.PublicAgenda.Gatherings;
import nl.samenkomst.event.SeatStore;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Markdown;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesTarget;
import nl.samenkomst.registration.PersonSheet;

/** A series' public page: what it is, its dates to come, and the form to come to all of them. */
public final class SeriesPages implements Feature {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final SqlClient sql;
    private final EventSources sources;
    private final Clock clock;
    private final Shelf<Series, Gatherings> shelf;

    /** What the page shows. */
    record SeriesShown(
            String networkSlug,
            String networkName,
            String title,
            String summary,
            CharSequence description,
            List<EventRow> rows,
            List<Shown> faults,
            MemberSheet sheet) {}

    /** @param sql the pool */
    public SeriesPages(SqlClient sql, EventSources sources, Clock clock) {
        this.sql = sql;
        this.sources = sources;
        this.clock = clock;
        this.shelf = new Shelf<>(AGE, this::read);
    }

    @Override
    public void mount(Site site) {
        site.get(
                "/series/:series",
                Anyone.visiting(SeriesTarget.SERIES),
                (visit, series) -> page(visit, series, Optional.empty()));
    }

    private Future<Gatherings> read(Series series) {
        return new DateStore(sql)
                .shown(series.id(), new DatePattern(series).listed(), clock.instant())
                .compose(events -> new SeatStore(sql)
                        .of(events.stream().map(Event::id).toList())
                        .map(seats -> new Gatherings(events, seats)));
    }

    PersonSheet person(Series series, Housed housed) {
        return PersonSheet.of(sources.formats().find(series.format()), housed.network());
    }

    Future<Housed> housed(Series series) {
        return sources.networks().of(series.network());
    }

    /** @param typed a form that needs another look, which makes the page short */
    Future<Reply> page(Visit visit, Series series, Optional<MemberForm> typed) {
        var housed = housed(series);
        var dates = shelf.of(series);
        return Future.all(housed, dates).map(both -> page(visit, series, housed.result(), dates.result(), typed));
    }

    private Reply page(Visit visit, Series series, Housed housed, Gatherings dates, Optional<MemberForm> typed) {
        var pattern = new DatePattern(series);
        var language = visit.language(housed.organisation().languages());
        var words = visit.site().languages().in(language);
        var frame = housed.frame(pattern.contact(), pattern.text("title", language));
        var model = new SeriesShown(
                housed.network().slug(),
                housed.network().name(),
                pattern.text("title", language),
                pattern.text("summary", language),
                Markdown.html(pattern.text("description", language)),
                rows(dates, housed, words),
                typed.map(form -> List.of(PersonSheet.wrong(form.wrong(), words)))
                        .orElse(List.of()),
                MemberSheet.of(series, person(series, housed), typed, words));
        var titled = typed.isEmpty() ? frame : frame.titled(words.say("frame.fault", frame.title()));
        return Reply.page(pattern.listed() ? titled : titled.hidden(), "series/series", model);
    }

    private List<EventRow> rows(Gatherings dates, Housed housed, Words words) {
        return dates.events().stream()
                .map(event -> EventRow.of(
                        event,
                        new EventRow.Ingredients(
                                words,
                                housed.network(),
                                sources.formats().find(event.format()),
                                dates.of(event),
                                clock.instant())))
                .toList();
    }
}
