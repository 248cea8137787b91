package nl.samenkomst.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.spi.Attendance;

/** Decides, one after the other, what becomes of arrivals that pass together; their seats are locked, and nothing is written yet. */
final class Group {

    /** An event and something that stands once in it. */
    private record Once(UUID event, String what) {}

    private final Map<UUID, Hall> halls;
    private final Instant now;
    private final Map<Once, Seen.Holder> holders = new HashMap<>();
    private final Map<Once, Seen.First> requests = new HashMap<>();

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    /** Where in the outcomes each entry's stands. */
    private final List<Integer> turns = new ArrayList<>();

    private final List<Outgoing> knownLetters = new ArrayList<>();
    private final List<Arrival> keptFor = new ArrayList<>();
    private final List<Answer> kept = new ArrayList<>();

    private Group(Map<UUID, Hall> halls, Instant now) {
        this.halls = halls;
        this.now = now;
    }

    static Group of(Map<UUID, Hall> halls, List<Arrival> arrivals, List<Seen> seen, Instant now) {
        var group = new Group(halls, now);
        for (int i = 0; i < arrivals.size(); i++) {
            group.outcomes.add(group.outcome(arrivals.get(i), seen.get(i)));
        }
        return group;
    }

    private Outcome outcome(Arrival arrival, Seen seen) {
        var first = first(arrival, seen);
        if (first.isPresent()) {
            return first.get().same(arrival.request().orElseThrow())
                    ? new Outcome.Repeated(first.get().answer())
                    : refused(Outcome.Why.OTHER_BODY);
        }
        var hall = Optional.ofNullable(halls.get(arrival.event()));
        var closed =
                hall.map(one -> one.circumstances().closedTo(arrival, now)).orElse(Optional.of(Outcome.Why.ABSENT));
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        return hall.orElseThrow().has(arrival.attendance())
                ? letIn(arrival, hall.orElseThrow(), holder(arrival, seen))
                : refused(Outcome.Why.NO_SUCH_WAY);
    }

    private Outcome letIn(Arrival arrival, Hall hall, Optional<Seen.Holder> holder) {
        var answer = answer(arrival, hall);
        var living = holder.filter(one -> !one.cancelled());
        living.ifPresent(one -> knownLetters.add(Letters.alreadyRegistered(arrival, one, now)));
        if (answer.isEmpty()) {
            return refused(Outcome.Why.FULL);
        }
        return living.isPresent() ? known(arrival, answer.get()) : entered(arrival, hall, holder, answer.get());
    }

    /** What a newcomer gets now; empty where they can have neither seat nor place in line. */
    private Optional<Answer> answer(Arrival arrival, Hall hall) {
        var way = arrival.attendance();
        var wanted = arrival.wants().filter(hall::has);
        if (wanted.filter(other -> hall.opens(other, now)).isPresent()) {
            return Optional.of(seat(way.other()));
        }
        if (hall.opens(way, now)) {
            return Optional.of(wanted.filter(hall::lineTakes)
                    .map(other -> new Answer(
                            Registration.Status.CONFIRMED,
                            way,
                            Optional.of(other),
                            Optional.of(hall.waiting(other) + 1)))
                    .orElseGet(() -> seat(way)));
        }
        return Optional.of(way)
                .filter(hall::lineTakes)
                .map(line -> new Answer(
                        Registration.Status.WAITLISTED, line, Optional.empty(), Optional.of(hall.waiting(line) + 1)));
    }

    private static Answer seat(Attendance way) {
        return new Answer(Registration.Status.CONFIRMED, way, Optional.empty(), Optional.empty());
    }

    private Outcome known(Arrival arrival, Answer answer) {
        arrival.request().ifPresent(request -> {
            keptFor.add(arrival);
            kept.add(answer);
            remember(arrival, answer);
        });
        return new Outcome.Known(answer);
    }

    /** A place counts in the line of the way that is wanted. The outcome is made when the row is written. */
    private Outcome entered(Arrival arrival, Hall hall, Optional<Seen.Holder> holder, Answer answer) {
        var place = hall.nextPlace(answer.wants().orElse(answer.attendance()));
        var trusted = holder.filter(Seen.Holder::trusted).isPresent();
        var id = holder.map(Seen.Holder::id).orElse(arrival.id());
        hall.enter(answer);
        turns.add(outcomes.size());
        entries.add(new Entry(arrival, id, place, answer, trusted));
        remember(arrival, answer);
        arrival.soleKey()
                .ifPresent(key -> holders.put(
                        new Once(arrival.event(), key),
                        new Seen.Holder(id, false, trusted, arrival.details().language())));
        return new Outcome.Known(answer);
    }

    private void remember(Arrival arrival, Answer answer) {
        arrival.request()
                .ifPresent(request -> requests.put(
                        new Once(arrival.event(), request.key()), new Seen.First(answer, Optional.of(request.hash()))));
    }

    private Optional<Seen.First> first(Arrival arrival, Seen seen) {
        return arrival.request()
                .flatMap(request -> Optional.ofNullable(requests.get(new Once(arrival.event(), request.key()))))
                .or(seen::first);
    }

    private Optional<Seen.Holder> holder(Arrival arrival, Seen seen) {
        return arrival.soleKey()
                .flatMap(key -> Optional.ofNullable(holders.get(new Once(arrival.event(), key))))
                .or(seen::holder);
    }

    private static Outcome refused(Outcome.Why why) {
        return new Outcome.Refused(why);
    }

    Collection<Hall> halls() {
        return halls.values();
    }

    Instant now() {
        return now;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Outgoing> knownLetters() {
        return knownLetters;
    }

    List<Arrival> keptFor() {
        return keptFor;
    }

    List<Answer> kept() {
        return kept;
    }

    /** The outcomes in the order of the arrivals, those who entered with the rows that were written for them. */
    List<Outcome> outcomes(List<Registration> written) {
        var byId = new HashMap<UUID, Registration>();
        written.forEach(one -> byId.put(one.id(), one));
        if (byId.size() != entries.size()) {
            throw new IllegalStateException(entries.size() + " were let in and " + byId.size() + " written");
        }
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var row = Optional.ofNullable(byId.get(entry.id())).orElseThrow();
            outcomes.set(turns.get(i), new Outcome.Registered(row, entry.answer()));
        }
        return List.copyOf(outcomes);
    }
}
