package nl.samenkomst.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.SeatMeter;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Seating;

/**
 * The seats of one way of attending as organisers see them, shown by the template {@code event/desk-seats}.
 *
 * @param of "van 24", or that there is no limit
 * @param bound which of the numbers given sets how many there are, for the room
 */
public record DeskSeats(
        String way,
        int taken,
        String of,
        Optional<CharSequence> meter,
        Optional<String> waiting,
        Optional<String> bound) {

    public static DeskSeats of(Seats seats, Words words) {
        return new DeskSeats(
                words.say("event.seats.way." + seats.attendance().code()),
                seats.held(),
                seats.capacity()
                        .map(all -> words.say("event.seats.of", all))
                        .orElseGet(() -> words.say("event.seats.any")),
                seats.capacity().filter(all -> all > 0).map(all -> meter(seats.held(), all, words)),
                Optional.of(seats.waiting())
                        .filter(number -> number > 0)
                        .map(number -> words.say("event.seats.waiting", number)),
                Optional.empty());
    }

    /** Of a whole event, told which of the numbers given binds in the room. */
    static List<DeskSeats> of(List<Seats> seats, Seating room, Words words) {
        return seats.stream()
                .map(one ->
                        one.attendance() == Attendance.ON_SITE ? of(one, words).bound(room, words) : of(one, words))
                .toList();
    }

    private static CharSequence meter(int held, int all, Words words) {
        return new SeatMeter(all, Math.min(held, all), words.say("event.seats.meter", held, all)).drawing();
    }

    private DeskSeats bound(Seating seating, Words words) {
        var told = seating.seats()
                .map(number ->
                        words.say("event.seats.bound." + seating.bound().name().toLowerCase(Locale.ROOT), number));
        return new DeskSeats(way, taken, of, meter, waiting, told);
    }
}
