package nl.samenkomst.calendar;

import java.util.List;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;

/** Gatherings of which the hall is about to be gone, and who has a seat there. */
record LostHall(TestDatabase database, ChangeHouse house) {

    Event event(int onSite, int online) {
        return SampleEvent.somewhere(database.pool())
                .seats(onSite)
                .onlineSeats(online)
                .in(database.pool());
    }

    List<Registration> guests(Event event, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> house.hall.register(event, "Guest" + i, Attendance.ON_SITE))
                .toList();
    }

    /** How many seats are kept of the room that is gone. */
    long kept(Event event) {
        return house.count(
                "select capacity from seats where attendance = 'on_site' and event_id = '%s'".formatted(event.id()));
    }
}
