package nl.samenkomst.event;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Attendance;

/**
 * How many seats are left, in words.
 *
 * @param attendance the code of the way of attending
 * @param full whether nothing is left
 * @param number how many are left; empty where there is no limit
 */
public record SeatWords(String attendance, boolean full, Optional<Integer> number, String words) {

    static List<SeatWords> of(List<Seats> seats, Words words) {
        return seats.stream().map(one -> of(one, words)).toList();
    }

    private static SeatWords of(Seats seats, Words words) {
        var way = seats.attendance() == Attendance.ON_SITE ? "onSite" : "online";
        if (seats.full()) {
            return new SeatWords(seats.attendance().code(), true, Optional.of(0), words.say("event.row.full." + way));
        }
        var said = words.say(seats.free().isPresent() ? "event.row." + way : "event.row.any." + way);
        return new SeatWords(seats.attendance().code(), false, seats.free(), said);
    }

    /** One line for under the button: "nog 6 plekken in de zaal, 41 online". */
    static String leap(List<Seats> seats, Words words) {
        var line = seats.stream().map(one -> leap(one, words)).collect(Collectors.joining(", "));
        return line.isEmpty() ? line : line.substring(0, 1).toLowerCase(words.locale()) + line.substring(1);
    }

    private static String leap(Seats seats, Words words) {
        var way = seats.attendance() == Attendance.ON_SITE ? "onSite" : "online";
        if (seats.full()) {
            return words.say("event.leap.full." + way);
        }
        return seats.free()
                .map(free -> words.say("event.leap." + way, free))
                .orElseGet(() -> words.say("event.leap.any." + way));
    }
}
