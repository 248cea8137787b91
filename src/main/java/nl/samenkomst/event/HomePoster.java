package nl.samenkomst.event;

import java.util.List;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.SeatMeter;
import nl.samenkomst.network.Housed;
import nl.samenkomst.spi.Attendance;

/** Draws the poster of the next gathering. */
final class HomePoster {

    private HomePoster() {}

    static HomeShown.Poster of(EventRow row, Housed housed, List<Seats> seats, Words words) {
        var room = seats.stream()
                .filter(one ->
                        one.attendance() == Attendance.ON_SITE && one.capacity().isPresent())
                .findFirst();
        var meter =
                room.map(one -> meter(one, one.capacity().orElseThrow(), words).drawing());
        return new HomeShown.Poster(
                row,
                housed.accent(),
                meter,
                room.flatMap(Seats::free).orElse(0),
                room.flatMap(Seats::capacity).orElse(0));
    }

    private static SeatMeter meter(Seats seats, int capacity, Words words) {
        return new SeatMeter(capacity, seats.held(), words.say("event.home.meter", seats.held(), capacity));
    }
}
