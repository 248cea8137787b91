package nl.samenkomst.registration;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.spi.Attendance;

/** One event's seats in the hands of whoever holds their lock: it counts along with what is given and freed. */
final class Hall {

    /** The seats for one way of attending, as they stand now. */
    static final class Side {
        final Attendance way;
        final Optional<Integer> capacity;
        int held;
        int waiting;
        int nextPlace;

        Side(Attendance way, Optional<Integer> capacity, int held, int waiting, int nextPlace) {
            this.way = way;
            this.capacity = capacity;
            this.held = held;
            this.waiting = waiting;
            this.nextPlace = nextPlace;
        }
    }

    private final Circumstances circumstances;
    private final Map<Attendance, Side> sides = new EnumMap<>(Attendance.class);
    private final WaitingRoom room;

    Hall(Circumstances circumstances, List<Side> sides, WaitingRoom room) {
        this.circumstances = circumstances;
        sides.forEach(side -> this.sides.put(side.way, side));
        this.room = room;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    Collection<Side> sides() {
        return sides.values();
    }

    /** Whether people can attend in this way. One that is gone is still counted while somebody has yet to choose another. */
    boolean has(Attendance way) {
        return sides.containsKey(way) && circumstances.gathering().allows(way);
    }

    /** The way that can be had: this one, or the other where it is gone. */
    Attendance remaining(Attendance way) {
        return has(way) ? way : way.other();
    }

    /** Whether seats are kept of a way that is gone. */
    boolean keepsGone() {
        return sides.keySet().stream()
                .anyMatch(way -> !circumstances.gathering().allows(way));
    }

    /** Seats that nobody holds; the highest number there is where there is no limit. */
    int free(Attendance way) {
        var side = side(way);
        return side.capacity.map(seats -> seats - side.held).orElse(Integer.MAX_VALUE);
    }

    int waiting(Attendance way) {
        return side(way).waiting;
    }

    /** Ways with a free seat and somebody in line. */
    List<Attendance> promising() {
        return Arrays.stream(Attendance.values())
                .filter(this::has)
                .filter(way -> free(way) > 0 && waiting(way) > 0)
                .toList();
    }

    /**
     * Whether somebody who comes now can have a seat: one is free, and nobody stands in line who goes before. In the last hours
     * free seats are those that whoever waits was told of: first come.
     */
    boolean opens(Attendance way, Instant now) {
        var moment = circumstances.moment(now);
        return has(way) && free(way) > 0 && (waiting(way) == 0 || moment != Circumstances.Moment.GIVE);
    }

    /** Whether the line for this way takes one more. */
    boolean lineTakes(Attendance way) {
        return has(way) && circumstances.waitlist() && room.takes(side(way).capacity, waiting(way));
    }

    int nextPlace(Attendance way) {
        return side(way).nextPlace++;
    }

    /** Counts along: who held or waited before no longer does, who holds or waits after does. */
    void count(Optional<Registration> before, Registration after) {
        before.ifPresent(one -> add(one, -1));
        add(after, 1);
    }

    /** Counts a newcomer who was told this. */
    void enter(Answer answer) {
        if (answer.confirmed()) {
            side(answer.attendance()).held++;
            answer.wants().ifPresent(way -> side(way).waiting++);
        } else {
            side(answer.attendance()).waiting++;
        }
    }

    private void add(Registration one, int number) {
        if (one.status().holds()) {
            side(one.attendance()).held += number;
        }
        one.waitsFor().ifPresent(way -> side(way).waiting += number);
    }

    private Side side(Attendance way) {
        return Objects.requireNonNull(sides.get(way), () -> "no seats " + way + " at " + circumstances.event());
    }
}
