package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.PersonKeys;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.spi.Attendance;

/** What can be done with a standing member: join, pause, come back, stop, leave out one date, be forgotten. */
public final class Members {

    /** You come to every date from now on: which they are, and your own page. Subject {@code member:<id>}. */
    static final String WELCOME = "series/welcome";
    /** Somebody used your address again: how you stand, and your own page. Subject {@code member-known:<id>}. */
    static final String KNOWN = "series/known";
    /** These dates changed, for which you have no invitation yet. Subject {@code member-change:<id>}. */
    static final String CHANGED = "series/changed";

    /** The kinds of letters of this room. */
    public static final List<String> LETTERS = List.of(WELCOME, KNOWN, CHANGED);

    private final Pool pool;
    private final Registrations registrations;
    private final Intake intake;
    private final Outbox outbox;
    private final PersonKeys people;
    private final Clock clock;

    public Members(
            Pool pool, Registrations registrations, Intake intake, Outbox outbox, PersonKeys people, Clock clock) {
        this.pool = pool;
        this.registrations = registrations;
        this.intake = intake;
        this.outbox = outbox;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Somebody comes to every date from now on. One of this address who does already stays as they are, and is written to.
     *
     * @param counted whether the letter counts against what a stranger's address gets; not where staff added them
     * @param request by which the same form, sent again, is known: then nobody is written to
     */
    Future<Member> join(SqlClient tx, Member one, boolean counted, Optional<String> request) {
        var address = one.email().flatMap(EmailAddress::typed).orElseThrow();
        return new MemberStore(tx)
                .join(one, people.of(one.organisation(), address), request, clock.instant())
                .compose(written -> written.repeated()
                        ? Future.succeededFuture(written.member())
                        : outbox.enqueue(tx, List.of(letter(written, counted)))
                                .compose(laid -> new DateStore(tx).link(written.member(), clock.instant()))
                                .map(written.member()));
    }

    /** To be called once they are written: they are registered for what is due, and nobody waits for that. */
    void joined(Series series) {
        intake.soon(series.id());
    }

    private Outgoing letter(MemberStore.Written written, boolean counted) {
        var one = written.member();
        return new Outgoing(
                Optional.of(one.organisation()),
                (written.fresh() ? "member:" : "member-known:") + one.id(),
                0,
                written.fresh() ? WELCOME : KNOWN,
                one.language(),
                one.email().flatMap(EmailAddress::typed),
                ids(one).put("event", one.series().toString()),
                counted,
                clock.instant());
    }

    private static JsonObject ids(Member one) {
        return new JsonObject()
                .put("member", one.id().toString())
                .put("series", one.series().toString());
    }

    /** Tells them of dates that changed; what each was like before stands beside it, so that nothing is told that was undone. */
    static Outgoing changed(Member one, List<Changed> dates, Instant due) {
        var events = new JsonArray();
        dates.forEach(date ->
                events.add(new JsonObject().put("id", date.event().toString()).put("was", date.was())));
        return new Outgoing(
                Optional.of(one.organisation()),
                "member-change:" + one.id(),
                0,
                CHANGED,
                one.language(),
                Optional.empty(),
                ids(one).put("events", events),
                false,
                due);
    }

    /**
     * A date that changed.
     *
     * @param was a mark of what it was like before, which tells nobody anything else
     */
    record Changed(UUID event, String was) {}

    /** Not for dates that start before then; those they are registered for are left too, if they say so. */
    Future<Void> pause(Member one, Instant until, boolean leave, By by) {
        return new MemberStore(pool)
                .pause(one.id(), Optional.of(until))
                .compose(paused -> leave ? leave(one, by, event -> event.start().isBefore(until)) : done());
    }

    Future<Void> resume(Member one) {
        return new MemberStore(pool).pause(one.id(), Optional.empty()).compose(done -> registered(one));
    }

    Future<Void> stop(Member one, boolean leave, By by) {
        return new MemberStore(pool)
                .stop(one.id(), clock.instant())
                .compose(stopped -> leave ? leave(one, by, event -> true) : done());
    }

    Future<Void> prefer(Member one, Attendance way, IfFull ifFull) {
        return new MemberStore(pool).prefer(one.id(), way, ifFull);
    }

    /** Does not come to one date; a seat goes to who waits. */
    Future<Void> skip(Member one, Event event) {
        return new MemberStore(pool)
                .skip(one.id(), event.id())
                .compose(done -> new DateStore(pool).standing(one.id()))
                .compose(standing -> Optional.ofNullable(standing.get(event.id()))
                        .map(there -> cancel(there.registration(), By.SELF))
                        .orElseGet(Members::done));
    }

    /** Comes to it after all: back where they had been registered, else when its turn comes. Refusals (409) as in coming back. */
    Future<Void> come(Member one, Event event) {
        return new MemberStore(pool)
                .unskip(one.id(), event.id())
                .compose(done -> new DateStore(pool).standing(one.id()))
                .compose(standing -> Optional.ofNullable(standing.get(event.id()))
                        .map(there -> back(there.registration()))
                        .orElseGet(() -> registered(one)));
    }

    /** What is due by now is done, before they look. */
    private Future<Void> registered(Member one) {
        return intake.due(Optional.of(one.series())).mapEmpty();
    }

    private Future<Void> back(UUID registration) {
        return found(registration)
                .compose(one -> one.cancelled() ? registrations.undo(one).mapEmpty() : done());
    }

    private Future<Void> leave(Member one, By by, Predicate<Event> which) {
        var dates = new DateStore(pool).coming(one.series(), clock.instant());
        var standing = new DateStore(pool).standing(one.id());
        return Future.all(dates, standing)
                .compose(both -> each(
                        dates.result().stream()
                                .filter(which)
                                .flatMap(event ->
                                        Optional.ofNullable(standing.result().get(event.id())).stream())
                                .map(DateStore.Standing::registration)
                                .toList(),
                        id -> cancel(id, by)));
    }

    private Future<Void> cancel(UUID registration, By by) {
        return found(registration).compose(one -> registrations.cancel(one, by).mapEmpty());
    }

    private Future<Registration> found(UUID id) {
        return new RegistrationStore(pool)
                .find(id)
                .map(found -> found.orElseThrow(() -> Refusal.of(404, "not-found", "error.404")));
    }

    /** Forgets them, with every date they were registered for. */
    Future<Void> erase(Member one) {
        return new DateStore(pool)
                .standing(one.id())
                .compose(standing -> each(
                        standing.values().stream()
                                .map(DateStore.Standing::registration)
                                .toList(),
                        id -> found(id).compose(registrations::erase)))
                .compose(done -> pool.withTransaction(tx -> forget(tx, outbox, one, clock.instant())));
    }

    /** Blanks what is kept of them; their letters do not leave. */
    static Future<Void> forget(SqlClient tx, Outbox outbox, Member one, Instant now) {
        return outbox.forget(tx, List.of("member:" + one.id(), "member-known:" + one.id(), "member-change:" + one.id()))
                .compose(done -> new MemberStore(tx).blank(one.id(), now));
    }

    private static Future<Void> each(List<UUID> ids, java.util.function.Function<UUID, Future<Void>> step) {
        var done = Members.done();
        for (var id : ids) {
            done = done.compose(before -> step.apply(id));
        }
        return done;
    }

    private static Future<Void> done() {
        return Future.succeededFuture();
    }
}
