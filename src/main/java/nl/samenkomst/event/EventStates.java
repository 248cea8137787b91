package nl.samenkomst.event;

import java.util.Optional;
import nl.samenkomst.event.Event.Status;
import nl.samenkomst.meeting.Meeting;

/** An event with one thing changed. */
final class EventStates {

    private EventStates() {}

    static Event status(Event event, Status status) {
        return with(event, event.version(), status, event.open(), event.meeting(), event.questionsVersion());
    }

    static Event open(Event event, boolean open) {
        return with(event, event.version(), event.status(), open, event.meeting(), event.questionsVersion());
    }

    static Event version(Event event, long version) {
        return with(event, version, event.status(), event.open(), event.meeting(), event.questionsVersion());
    }

    static Event meeting(Event event, Meeting meeting) {
        return with(
                event, event.version(), event.status(), event.open(), Optional.of(meeting), event.questionsVersion());
    }

    /** As it was once, in place of what it is now; answers to newer questions keep their wording, so a version is never taken again. */
    static Event restored(Event once, Event now) {
        var questions =
                once.questionsVersion() == now.questionsVersion() ? now.questionsVersion() : now.questionsVersion() + 1;
        return with(once, now.version(), now.status(), now.open(), once.meeting(), questions);
    }

    private static Event with(
            Event event, long version, Status status, boolean open, Optional<Meeting> meeting, int questionsVersion) {
        return new Event(
                event.id(),
                event.organisation(),
                event.slug(),
                event.network(),
                event.area(),
                event.programme(),
                event.series(),
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
                questionsVersion,
                event.questions(),
                event.asksNeeds());
    }
}
