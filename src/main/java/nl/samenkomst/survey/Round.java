package nl.samenkomst.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.survey.Ballot.Outcome;

/** Decides on a group of ballots, in their order, by what was read while their surveys were held. */
final class Round {

    /** More answers by code than this share of the seats were not given by people who sat there. */
    private static final double MOST_BY_CODE = 1.5;

    private final Map<UUID, Held> surveys = new HashMap<>();
    private final Map<UUID, Count> counts = new HashMap<>();
    private final Set<Object> marks = new HashSet<>();
    private final Instant now;

    /**
     * A survey that no one else can count in at this moment.
     *
     * @param takesPlace whether its event is still published, and has begun
     * @param seats how many can have been there
     */
    record Held(
            UUID id,
            int version,
            Optional<Instant> closesAt,
            boolean takesPlace,
            int seats,
            int received,
            int receivedByCode,
            int shown) {}

    /**
     * How a survey stands after the round.
     *
     * @param shows whether what came in so far becomes visible now
     */
    record Count(UUID survey, int received, int receivedByCode, int shown, boolean shows) {}

    Round(List<Held> held, Instant now) {
        held.forEach(one -> surveys.put(one.id(), one));
        this.now = now;
    }

    /**
     * What becomes of each.
     *
     * @param marked by the ballots' order: whether the mark is there already; for a ticket empty where nobody is asked
     */
    List<Outcome> decide(List<Ballot> ballots, List<Optional<Boolean>> marked) {
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < ballots.size(); i++) {
            outcomes.add(decide(ballots.get(i), marked.get(i)));
        }
        return outcomes;
    }

    private Outcome decide(Ballot ballot, Optional<Boolean> marked) {
        var held = Optional.ofNullable(surveys.get(ballot.survey()));
        if (held.filter(this::open).isEmpty()) {
            return Outcome.CLOSED;
        }
        if (marked.isEmpty()) {
            return Outcome.STRANGE;
        }
        if (marked.get() || marks.contains(key(ballot))) {
            return Outcome.BEFORE;
        }
        return ballot.version() == held.get().version() ? counted(ballot, held.get()) : Outcome.CHANGED;
    }

    private boolean open(Held survey) {
        return survey.takesPlace() && survey.closesAt().filter(now::isBefore).isPresent();
    }

    private static Object key(Ballot ballot) {
        return List.of(ballot.survey(), ballot.mark());
    }

    private Outcome counted(Ballot ballot, Held held) {
        var before = counts.getOrDefault(
                held.id(), new Count(held.id(), held.received(), held.receivedByCode(), held.shown(), false));
        boolean byCode = ballot.mark() instanceof Ballot.Device;
        if (byCode && before.receivedByCode() + 1 > MOST_BY_CODE * held.seats()) {
            return Outcome.FULL;
        }
        marks.add(key(ballot));
        counts.put(
                held.id(),
                new Count(
                        held.id(),
                        before.received() + 1,
                        before.receivedByCode() + (byCode ? 1 : 0),
                        before.shown(),
                        false));
        return Outcome.TAKEN;
    }

    /** The surveys that were answered, each as it stands now. */
    List<Count> counts() {
        return counts.values().stream().map(Round::stepped).toList();
    }

    /** Nothing of fewer than five, and never fewer than three at once: nobody can tell whose answers came in. */
    private static Count stepped(Count count) {
        boolean shows = count.received() >= Survey.LEAST && count.received() - count.shown() >= Survey.STEP;
        return new Count(
                count.survey(),
                count.received(),
                count.receivedByCode(),
                shows ? count.received() : count.shown(),
                shows);
    }
}
