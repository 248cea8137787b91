package nl.samenkomst.event;

import java.util.Optional;
import nl.samenkomst.event.Event.Status;
import nl.samenkomst.meeting.Meeting;

/** An event with one thing changed. */
final class EventStates {

    private EventStates() {}

    static Event status(Event event, Status status) {
        return with(event, event.version(), status, event.open(), event.meeting());
    }

    static Event open(Event event, boolean open) {
        return with(event, event.version(), event.status(), open, event.meeting());
    }

    static Event version(Event event, long version) {
        return with(event, version, event.status(), event.open(), event.meeting());
    }

    static Event meeting(Event event, Meeting meeting) {
        return with(event, event.version(), event.status(), event.open(), Optional.of(meeting));
    }

    private static Event with(Event event, long version, Status status, boolean open, Optional<Meeting> meeting) {
        return new Event(
                event.id(),
                event.organisation(),
                event.slug(),
                event.network(),
                event.area(),
                event.programme(),
                event.format(),
                version,
                status,
                open,
                event.visibility(),
                event.language(),
                event.start(),
                event.end(),
                event.zone(),
                event.attendance(),
                event.venue(),
                meeting,
                event.capacity(),
                event.waitlist(),
                event.texts(),
                event.speakers(),
                event.agenda(),
                event.contact(),
                event.questionsVersion(),
                event.questions());
    }
}
