package nl.samenkomst.desk;

import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.SeatMeter;
import nl.samenkomst.spi.Seating;

/**
 * The seats of one way of attending, as organisers see them.
 *
 * @param of "van 24", or that there is no limit
 * @param bound which of the numbers given sets how many there are, for the room
 */
record DeskSeats(
        String way,
        int taken,
        String of,
        Optional<CharSequence> meter,
        Optional<String> waiting,
        Optional<String> bound) {

    static DeskSeats of(Seats seats, Words words) {
        return new DeskSeats(
                words.say("desk.way." + seats.attendance().code()),
                seats.held(),
                seats.capacity()
                        .map(all -> words.say("desk.seats.of", all))
                        .orElseGet(() -> words.say("desk.seats.any")),
                seats.capacity().filter(all -> all > 0).map(all -> meter(seats.held(), all, words)),
                Optional.of(seats.waiting())
                        .filter(number -> number > 0)
                        .map(number -> words.say("desk.seats.waiting", number)),
                Optional.empty());
    }

    private static CharSequence meter(int held, int all, Words words) {
        return new SeatMeter(all, Math.min(held, all), words.say("desk.seats.meter", held, all)).drawing();
    }

    /** The same, told which number binds. */
    DeskSeats bound(Seating seating, Words words) {
        var told = seating.seats()
                .map(number -> words.say("desk.bound." + seating.bound().name().toLowerCase(Locale.ROOT), number));
        return new DeskSeats(way, taken, of, meter, waiting, told);
    }
}
