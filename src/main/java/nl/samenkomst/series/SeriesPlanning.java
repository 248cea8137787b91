package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.Events;
import nl.samenkomst.kit.db.Clash;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.kit.web.MergePatch;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;

/** What organisers plan of a series: the series itself, and its dates ahead. Each verb is part of the transaction it is given. */
public record SeriesPlanning(Events events, Clock clock) {

    /** Makes a series of JSON as the API takes it: a 422 where it is wrong, a 409 on {@code slug} where that is taken. */
    public Future<Series> create(SqlClient tx, UUID organisation, JsonObject json) {
        var form = SeriesForm.read(json);
        return tried(tx, organisation, form)
                .compose(sample -> slug(tx, form, sample).map(slug -> series(UUID.randomUUID(), slug, form, sample, 1)))
                .compose(series -> new SeriesStore(tx)
                        .insert(series)
                        .recover(SeriesPlanning::slugTaken)
                        .map(series));
    }

    /**
     * Changes what dates made later share, as a merge patch (RFC 7396) says; dates that are there stay as they are.
     *
     * @param guard is given the version that is about to be replaced, and throws when that is not the one the caller means
     */
    public Future<Series> change(SqlClient tx, UUID id, JsonObject patch, LongConsumer guard) {
        return new SeriesStore(tx)
                .lock(id)
                .map(found -> found.orElseThrow(() -> new NotFound("series")))
                .compose(before -> {
                    guard.accept(before.version());
                    return network(tx, before).compose(network -> {
                        var form = SeriesForm.read(MergePatch.apply(SeriesForm.json(before, network), patch));
                        return tried(tx, before.organisation(), form)
                                .compose(sample -> write(tx, before, form, sample));
                    });
                });
    }

    private Future<Series> write(SqlClient tx, Series before, SeriesForm form, Event sample) {
        if (!sample.network().equals(before.network())) {
            throw Refusal.invalid("network", "series.api.network");
        }
        var after = series(before.id(), form.slug().orElse(before.slug()), form, sample, before.version() + 1);
        return new SeriesStore(tx)
                .update(after)
                .recover(SeriesPlanning::slugTaken)
                .map(after);
    }

    /** The event that a date of it would be: whatever is wrong with that is wrong with the series. */
    private Future<Event> tried(SqlClient tx, UUID organisation, SeriesForm form) {
        return events.drafted(tx, organisation, form.sample(clock.instant())).transform(tried -> {
            var faults = tried.cause() instanceof Refusal refusal
                    ? refusal.faults()
                    : List.<nl.samenkomst.kit.rule.Fault>of();
            if (tried.failed() && faults.isEmpty()) {
                return Future.failedFuture(tried.cause());
            }
            return form.faults().none() && faults.isEmpty()
                    ? Future.succeededFuture(tried.result())
                    : Future.failedFuture(form.refused(faults));
        });
    }

    private static Future<String> slug(SqlClient tx, SeriesForm form, Event sample) {
        var made = Slugs.of(sample.title(), "series");
        return form.slug()
                .map(Future::succeededFuture)
                .orElseGet(() -> new SeriesStore(tx).slugsLike(made).map(taken -> Slugs.free(made, taken)));
    }

    private static Series series(UUID id, String slug, SeriesForm form, Event sample, long version) {
        return new Series(
                id,
                sample.organisation(),
                sample.network(),
                sample.area(),
                sample.format(),
                slug,
                sample.title(),
                sample.zone(),
                form.pattern(sample),
                form.membersFirst(),
                version);
    }

    private static <T> Future<T> slugTaken(Throwable failure) {
        return Clash.<T>on("series_slug_key", () -> Refusal.taken("slug", "series.api.slug"))
                .apply(failure);
    }

    /**
     * Makes these dates, all or none.
     *
     * @param publish whether the world sees them at once; else they are drafts
     */
    public Future<List<Event>> make(SqlClient tx, Series series, List<LocalDate> dates, boolean publish) {
        return network(tx, series).compose(network -> {
            var made = Future.<List<Event>>succeededFuture(new ArrayList<>());
            for (var date : dates) {
                made = made.compose(before -> one(tx, series, network, date, publish)
                        .onSuccess(before::add)
                        .map(before));
            }
            return made;
        });
    }

    private Future<Event> one(SqlClient tx, Series series, Network network, LocalDate date, boolean publish) {
        var pattern = new DatePattern(series);
        var json = pattern.event(date, network);
        return new EventStore(tx)
                .bySlug(pattern.slug(date))
                .map(taken -> taken.isPresent() ? json : json.put("slug", pattern.slug(date)))
                .compose(described -> events.create(tx, series.organisation(), described))
                .compose(event -> publish ? events.publish(tx, event.id()) : Future.succeededFuture(event));
    }

    static Future<Network> network(SqlClient sql, Series series) {
        return new NetworkStore(sql)
                .find(series.network())
                .map(found -> found.orElseThrow(() -> new NotFound("network")));
    }

    /** The series that an event is a date of. */
    static Future<Optional<Series>> of(SqlClient sql, Event event) {
        return event.series()
                .map(one -> new SeriesStore(sql).find(one.id()))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }
}
