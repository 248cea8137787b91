package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.samenkomst.event.ChangeEffect;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventChange;
import nl.samenkomst.event.EventHook;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.spi.Attendance;

/** What can be done with a registration. Each verb is one transaction under the lock on the event's seats. */
public final class Registrations implements EventHook {

    /**
     * What this room is given by the others.
     *
     * @param pool for the verbs; the turnstile may have one of its own
     * @param hooks told of seats, in this order
     * @param personal what other rooms keep about a person and must erase
     * @param paces by the format's id; {@link Pace#USUAL} where the format is gone
     * @param news told, after the commit, which event's seats changed
     */
    public record Surroundings(
            Vertx vertx,
            Pool pool,
            Pool turnstilePool,
            Clock clock,
            List<SeatHook> hooks,
            List<PersonalData> personal,
            Outbox outbox,
            Function<String, Pace> paces,
            WaitingRoom room,
            PersonKeys people,
            Consumer<UUID> news) {}

    private final Pool pool;
    private final SeatBook book;
    private final Line line;
    private final EventNews events;
    private final Turnstile turnstile;
    private final PersonKeys people;
    private final List<PersonalData> personal;
    private final Consumer<UUID> news;

    public Registrations(Surroundings from) {
        this.pool = from.pool();
        this.book = new SeatBook(from.hooks(), new Letters(from.outbox()), from.paces(), from.room(), from.clock());
        this.line = new Line(book);
        this.events = new EventNews(book, line);
        this.turnstile = new Turnstile(from.vertx(), from.turnstilePool(), book, from.people(), from.news());
        this.people = from.people();
        this.personal = List.copyOf(from.personal());
        this.news = from.news();
    }

    /** Lets somebody in by the turnstile; answers when it is committed. Fails with a refusal (503) when too many wait. */
    public Future<Outcome> register(Arrival arrival) {
        return turnstile.enter(arrival);
    }

    /**
     * Lets these people in together, in their order, as part of the transaction it is given: for who makes many at once, and not
     * beside visitors who wait.
     */
    public Future<List<Outcome>> register(SqlClient tx, List<Arrival> arrivals) {
        return new Passage(arrivals, book, people).through(tx);
    }

    /** Writes somebody in, with what is written beside it in the same transaction. */
    Future<Outcome> admit(Arrival arrival, BiFunction<SqlClient, Outcome, Future<Void>> beside) {
        return pool.withTransaction(tx -> register(tx, List.of(arrival))
                        .compose(outcomes -> beside.apply(tx, outcomes.get(0)).map(outcomes.get(0))))
                .onSuccess(done -> news.accept(arrival.event()));
    }

    public Future<Optional<Registration>> find(UUID id) {
        return new RegistrationStore(pool).find(id);
    }

    /** The same, with what is so by now though nobody wrote it down yet. */
    Registration now(Registration one) {
        return one.asOf(book.now());
    }

    /** How many stand before them in the line they stand in; empty who stands in none. */
    public Future<Optional<Integer>> before(Registration one) {
        return one.waitsFor()
                .map(way -> new LineStore(pool)
                        .before(one.event(), way, one.place())
                        .map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** The personal link was used: the address is no stranger's, and its letters are no longer counted. */
    public Future<Void> linkUsed(Registration one) {
        return new RegistrationStore(pool).linkUsed(one.id(), book.now().atOffset(ZoneOffset.UTC));
    }

    /** Ends it; a seat goes to who waits. Ending it again changes nothing. */
    public Future<Registration> cancel(Registration one, By by) {
        return change(
                one,
                grip -> grip.registration().cancelled()
                        ? grip.leave()
                        : grip.become(grip.registration().cancelled(by)));
    }

    /** What calendars answered about these events: the step is one transaction, under the locks on their seats. */
    public <T> Future<T> answered(Collection<UUID> about, Function<AnswerRound, Future<T>> step) {
        return pool.withTransaction(tx -> book.lock(tx, about)
                        .compose(halls -> current(tx, halls))
                        .compose(halls -> step.apply(new AnswerRound(tx, book, halls))))
                .onSuccess(done -> about.forEach(news));
    }

    private Future<Map<UUID, Hall>> current(SqlClient tx, Map<UUID, Hall> halls) {
        var all = Future.<Void>succeededFuture();
        for (var hall : halls.values()) {
            all = all.compose(done -> line.current(tx, hall)).mapEmpty();
        }
        return all.map(halls);
    }

    /** Leaves the line, and with it the registration. */
    public Future<Registration> stopWaiting(Registration one) {
        return cancel(one, By.SELF);
    }

    /** "No, thank you" to an offered seat. */
    public Future<Registration> declineOffer(Registration one) {
        return cancel(one, By.SELF);
    }

    /** Back after leaving, with the old place: in a free seat, else in line. Refusals (409): not-undoable, past, full, cancelled. */
    public Future<Registration> undo(Registration one) {
        return change(one, Moves::undo);
    }

    /** The other way: a seat there, else a place in its line with what they hold kept. Refusals (409): full, past, not-registered. */
    public Future<Registration> switchTo(Registration one, Attendance way) {
        return change(one, grip -> Moves.to(grip, way));
    }

    /** A seat that came free in the last hours, for who stands in its line. Refusals (409): full, past, not-registered. */
    public Future<Registration> takeSeat(Registration one) {
        return change(
                one, grip -> Moves.to(grip, grip.registration().waitsFor().orElseThrow(Registrations::notRegistered)));
    }

    /** Keeps the seat and leaves the line for the other way. */
    public Future<Registration> wantNot(Registration one) {
        return change(one, Moves::wantNot);
    }

    /** Takes the seat that was offered. Refusal (409): offer-over. */
    public Future<Registration> acceptOffer(Registration one) {
        return change(one, Moves::accept);
    }

    /** Tells name, organisation and answers anew. */
    public Future<Registration> tell(Registration one, Arrival.Details details) {
        return change(one, grip -> new RegistrationStore(grip.tx()).tell(one.id(), details));
    }

    /** Tells anew what they need; what is not told is forgotten. */
    Future<Registration> need(Registration one, List<Need> needs) {
        return change(one, grip -> grip.registration().cancelled() ? grip.leave() : needed(grip, needs));
    }

    private static Future<Registration> needed(Grip grip, List<Need> needs) {
        var id = grip.registration().id();
        return new NeedStore(grip.tx())
                .replace(
                        List.of(id),
                        needs.stream().map(need -> new NeedStore.Told(id, need)).toList())
                .compose(done -> grip.leave());
    }

    /**
     * Ends it and forgets the person at once; the row stays and is counted. A CANCEL still owed keeps its recipient in the outbox
     * until it is sent.
     */
    public Future<Void> erase(Registration one) {
        var now = book.now().atOffset(ZoneOffset.UTC);
        return inTransaction(one.event(), (tx, hall) -> existing(tx, one.id())
                .compose(standing -> ended(new Grip(tx, book, hall, standing, book.now())))
                .compose(ended -> book.letters().forget(tx, one.id()))
                .compose(taken -> new RegistrationStore(tx).blank(one.id(), now))
                .compose(blank -> erased(tx, one.id())));
    }

    private static Future<Registration> ended(Grip grip) {
        var one = grip.registration();
        return one.by().filter(By.ERASED.code()::equals).isPresent()
                ? grip.leave()
                : grip.become(one.cancelled(By.ERASED));
    }

    private Future<Void> erased(SqlClient tx, UUID id) {
        var all = Future.<Void>succeededFuture();
        for (var room : personal) {
            all = all.compose(done -> room.erase(tx, id));
        }
        return all;
    }

    @Override
    public Future<Void> changed(SqlClient tx, EventChange change) {
        return events.changed(tx, change);
    }

    @Override
    public Future<Void> restore(SqlClient tx, EventChange change) {
        return events.restore(tx, change);
    }

    @Override
    public Future<Void> calledOff(SqlClient tx, Event event) {
        return events.calledOff(tx, event);
    }

    @Override
    public Future<ChangeEffect> effect(SqlClient tx, Event event) {
        return EventNews.effect(tx, event);
    }

    /** Takes back the offers that ran out, each event in a transaction of its own; the result is how many events. */
    public Future<Integer> lapse() {
        return new LineStore(pool).eventsWithLapsed(book.now()).compose(events -> Future.join(
                        events.stream().map(this::lapse).toList())
                .map(events.size()));
    }

    private Future<Void> lapse(UUID event) {
        return inTransaction(event, (tx, hall) -> Future.succeededFuture());
    }

    /** What staff do to people of one event: a transaction of its own, under the lock on the event's seats. */
    <T> Future<T> held(UUID event, Function<Held, Future<T>> work) {
        return inTransaction(event, (tx, hall) -> work.apply(new Held(tx, book, hall, people)));
    }

    /** The same, given up again afterwards: what it would bring about, refused as it would be. */
    <T> Future<T> rehearsed(UUID event, Function<Held, Future<T>> work) {
        return pool.withConnection(connection -> connection.begin().compose(transaction -> Future.succeededFuture()
                .compose(begun -> locked(connection, event, (tx, hall) -> work.apply(new Held(tx, book, hall, people))))
                .eventually(transaction::rollback)));
    }

    private Future<Registration> change(Registration one, Function<Grip, Future<Registration>> step) {
        return inTransaction(one.event(), (tx, hall) -> existing(tx, one.id())
                .compose(standing -> step.apply(new Grip(tx, book, hall, standing, book.now()))));
    }

    private <T> Future<T> inTransaction(UUID event, BiFunction<SqlClient, Hall, Future<T>> work) {
        return pool.withTransaction(tx -> locked(tx, event, work)).onSuccess(done -> news.accept(event));
    }

    private <T> Future<T> locked(SqlClient tx, UUID event, BiFunction<SqlClient, Hall, Future<T>> work) {
        return book.lock(tx, event).compose(hall -> line.current(tx, hall)).compose(hall -> work.apply(tx, hall));
    }

    static Future<Registration> existing(SqlClient tx, UUID id) {
        return new RegistrationStore(tx).find(id).map(found -> found.orElseThrow(() -> new NotFound("registration")));
    }

    static Refusal notRegistered() {
        return Refusal.of(409, "not-registered", "registration.refused.not-registered");
    }
}
