package nl.samenkomst.event;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Room;
import nl.samenkomst.spi.Seating;

/** How many seats an event has, counted from what the organiser told of its room. */
public record SeatPlan(Formats formats) {

    /** The seats in the room, and which of the given numbers sets them; the format may count its own way. */
    public Seating onSite(Event event) {
        var venue = event.venue();
        var room = new Room(
                venue.flatMap(Venue::seats),
                venue.flatMap(Venue::floorArea),
                venue.flatMap(Venue::distance),
                event.capacity().onSite());
        return formats.find(event.format()).map(format -> format.seating(room)).orElseGet(room::seats);
    }

    /** The seats that the room itself allows, whatever the organiser asked for; empty where nothing is known of it. */
    public Optional<Integer> room(Event event) {
        var venue = event.venue();
        var room = new Room(
                venue.flatMap(Venue::seats),
                venue.flatMap(Venue::floorArea),
                venue.flatMap(Venue::distance),
                Optional.empty());
        return formats.find(event.format())
                .map(format -> format.seating(room))
                .orElseGet(room::seats)
                .seats();
    }

    /** Empty online for no limit; empty on site where nothing was given to count by. */
    Optional<Integer> capacity(Event event, Attendance way) {
        return way == Attendance.ON_SITE
                ? onSite(event).seats()
                : event.capacity().online();
    }

    /** The seats that an event will have once it is published, none of them taken. */
    List<Seats> planned(Event event) {
        return event.attendance().ways().stream()
                .map(way -> new Seats(event.id(), way, capacity(event, way), 0, 0))
                .toList();
    }

    /** Whether people may come to a room of which nobody said how many it holds. */
    boolean countless(Event event) {
        return event.attendance().allows(Attendance.ON_SITE)
                && onSite(event).seats().isEmpty();
    }
}
