package nl.samenkomst.calendar;

import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.network.Housed;
import nl.samenkomst.spi.EventFormat;

/** A gathering with all that a letter or a calendar tells of it. */
record Occasion(Event event, Housed housed, Optional<EventFormat> format) {

    /** What, when and where, in the words that pages use. */
    EventFacts facts(Words words) {
        return EventFacts.of(event, housed.network(), format, words);
    }

    Optional<String> joinLink() {
        return event.meeting().flatMap(Meeting::url);
    }

    Optional<String> dialIn() {
        return event.meeting().flatMap(Meeting::dialIn);
    }
}
