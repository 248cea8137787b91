package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.event.ChangePreview;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Events;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.Registration;

/** One change to several dates of a series: rehearsed first, then made date by date, each in a transaction of its own. */
public final class SpanChange {

    /** As long as those wait who have an invitation. */
    private static final Duration WAIT = Duration.ofMinutes(2);

    private final Pool pool;
    private final Events events;
    private final SeriesPlanning planning;
    private final Outbox outbox;
    private final Clock clock;

    public SpanChange(Pool pool, Events events, SeriesPlanning planning, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.events = events;
        this.planning = planning;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What would come of it.
     *
     * @param members how many standing members get a letter that names the dates they have no invitation for yet
     */
    record Rehearsed(List<ChangePreview> dates, int members) {

        /** How many letters of each kind, over all dates. */
        Map<String, Integer> letters() {
            var sums = new java.util.TreeMap<String, Integer>();
            dates.forEach(date ->
                    date.effect().letters().forEach((letter, count) -> sums.merge(letter, count, Integer::sum)));
            return sums;
        }

        int shortage() {
            return dates.stream().mapToInt(date -> date.effect().shortage()).sum();
        }
    }

    /** Shows it, and changes nothing. Refused as the change would be. */
    Future<Rehearsed> rehearse(Series series, List<Event> dates, SpanWish wish) {
        var shown = Future.<List<ChangePreview>>succeededFuture(new ArrayList<>());
        for (var date : dates) {
            shown = shown.compose(before -> events.preview(pool, date.id(), wish.patch(date))
                    .onSuccess(before::add)
                    .map(before));
        }
        return shown.compose(previews -> {
            var changed = previews.stream()
                    .filter(one -> one.after().published())
                    .filter(one -> !MemberLetters.mark(one.before()).equals(MemberLetters.mark(one.after())))
                    .map(ChangePreview::before)
                    .toList();
            return without(pool, series, changed).map(members -> new Rehearsed(List.copyOf(previews), members.size()));
        });
    }

    /** The members who come to some of these dates and have no invitation for them, each with those dates. */
    private static Future<Map<Member, List<Event>>> without(SqlClient sql, Series series, List<Event> dates) {
        if (dates.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return new MemberStore(sql).living(series.id()).compose(members -> {
            var found = Future.<Map<Member, List<Event>>>succeededFuture(new HashMap<>());
            for (var one : members) {
                found = found.compose(
                        before -> new DateStore(sql).standing(one.id()).map(standing -> {
                            var rest = dates.stream()
                                    .filter(event -> one.comesTo(event.start()))
                                    .filter(event -> !invited(standing.get(event.id())))
                                    .toList();
                            if (!rest.isEmpty()) {
                                before.put(one, rest);
                            }
                            return before;
                        }));
            }
            return found;
        });
    }

    private static boolean invited(DateStore.@org.jspecify.annotations.Nullable Standing standing) {
        return standing != null && standing.status() != Registration.Status.CANCELLED;
    }

    /**
     * Makes it.
     *
     * @param versions what the organiser saw of each date: another version is a refusal (409, stale), and dates before it are changed
     * @param later whether dates made later are to be so too
     */
    Future<Void> make(
            Caller caller, Series series, List<Event> dates, Map<UUID, Long> versions, SpanWish wish, boolean later) {
        var done = Future.<Void>succeededFuture();
        for (var date : dates) {
            done = done.compose(before -> pool.withTransaction(tx -> one(tx, caller, date, versions, wish)));
        }
        return done.compose(all -> pool.withTransaction(tx -> tell(tx, series, dates)))
                .compose(told -> later
                        ? pool.withTransaction(tx -> planning.change(tx, series.id(), wish.pattern(), version -> {})
                                .compose(changed -> new AuditStore(tx)
                                        .note(
                                                caller,
                                                "series.change",
                                                series.id().toString())))
                        : Future.succeededFuture());
    }

    private Future<Void> one(SqlClient tx, Caller caller, Event date, Map<UUID, Long> versions, SpanWish wish) {
        return events.change(tx, date.id(), wish.patch(date), version -> {
                    if (version != versions.getOrDefault(date.id(), version)) {
                        throw Refusal.of(409, "stale", "series.change.stale");
                    }
                })
                .compose(changed -> new AuditStore(tx)
                        .note(caller, "event.change", date.id().toString()));
    }

    private Future<Void> tell(SqlClient tx, Series series, List<Event> before) {
        var due = clock.instant().plus(WAIT);
        var published = before.stream().filter(Event::published).toList();
        return without(tx, series, published)
                .compose(members -> outbox.enqueue(
                        tx,
                        members.entrySet().stream()
                                .map(entry -> Members.changed(
                                        entry.getKey(),
                                        entry.getValue().stream()
                                                .map(event ->
                                                        new Members.Changed(event.id(), MemberLetters.mark(event)))
                                                .toList(),
                                        due))
                                .toList()));
    }
}
