package nl.samenkomst.registration;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.SeatMeter;
import nl.samenkomst.spi.Attendance;

/**
 * The ways of attending as large choices, with the seats that are left and what choosing a full one brings.
 *
 * @param shut whether nothing is left, not even a place in line
 * @param full whether every choice leads to a line
 */
record WaysShown(List<Choice> choices, String error, Optional<Note> note, boolean hybrid, boolean shut, boolean full) {

    /**
     * One way of attending.
     *
     * @param closed full without a line
     * @param free seats that are left; empty where there is no limit
     * @param left what is said of the seats, behind the number
     */
    record Choice(
            String way,
            String name,
            String about,
            boolean chosen,
            boolean full,
            boolean closed,
            Optional<Integer> free,
            String left,
            String of,
            Optional<CharSequence> meter) {}

    /**
     * What a full way means.
     *
     * @param wants the full way, for who takes the other and stands in line for it
     */
    record Note(String bold, String text, Optional<String> wants, boolean ticked, String label) {}

    static WaysShown of(Event event, EventFacts facts, List<Seats> seats, Filled filled, Words words) {
        var offered = seats.stream()
                .filter(one -> event.attendance().allows(one.attendance()))
                .toList();
        boolean full = offered.stream().allMatch(Seats::full);
        var chosen = Attendance.of(filled.text("attendance")).or(() -> offered.stream()
                .filter(one -> !one.full())
                .findFirst()
                .or(() -> offered.stream().findFirst())
                .map(Seats::attendance));
        return new WaysShown(
                offered.stream()
                        .map(one -> choice(one, event, facts, chosen.equals(Optional.of(one.attendance())), words))
                        .toList(),
                filled.error("attendance"),
                note(event, offered, full, filled, words),
                offered.size() > 1,
                full && !event.waitlist(),
                full);
    }

    private static Choice choice(Seats seats, Event event, EventFacts facts, boolean chosen, Words words) {
        var way = seats.attendance();
        boolean closed = seats.full() && !event.waitlist();
        return new Choice(
                way.code(),
                words.say("registration.form.way." + way.code()),
                about(way, facts, words),
                chosen && !closed,
                seats.full(),
                closed,
                seats.free(),
                left(seats, closed, words),
                seats.capacity()
                        .map(all -> words.say("registration.form.of", all))
                        .orElse(""),
                seats.capacity().filter(all -> all > 0).map(all -> meter(seats, all, words)));
    }

    private static String about(Attendance way, EventFacts facts, Words words) {
        return way == Attendance.ONLINE
                ? words.say("registration.form.about.online")
                : facts.where()
                        .map(where -> where.address()
                                .map(address -> where.name() + ", " + address)
                                .orElse(where.name()))
                        .orElse("");
    }

    private static String left(Seats seats, boolean closed, Words words) {
        if (closed) {
            return words.say("registration.form.full.closed");
        }
        if (seats.full()) {
            return words.say("registration.form.full.line", seats.waiting() + 1);
        }
        return seats.free()
                .map(free -> words.say("registration.form.free", free))
                .orElseGet(() -> words.say("registration.form.free.any"));
    }

    private static CharSequence meter(Seats seats, int all, Words words) {
        int taken = Math.min(seats.held(), all);
        return new SeatMeter(all, taken, words.say("registration.form.meter", taken, all)).drawing();
    }

    private static Optional<Note> note(Event event, List<Seats> offered, boolean full, Filled filled, Words words) {
        if (full || !event.waitlist()) {
            return Optional.of("registration.form.note.all")
                    .filter(key -> full && event.waitlist())
                    .map(key -> new Note(words.say(key), words.say(key + ".text"), Optional.empty(), false, ""));
        }
        return offered.stream().filter(Seats::full).findFirst().map(one -> {
            var way = one.attendance().code();
            var key = "registration.form.note." + way;
            return new Note(
                    words.say(key),
                    words.say(key + ".text"),
                    Optional.of(way),
                    filled.text("wants").equals(way),
                    words.say(key + ".wants"));
        });
    }
}
