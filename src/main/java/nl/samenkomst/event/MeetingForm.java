package nl.samenkomst.event;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.meeting.Meeting;

/**
 * The online place as the organiser wishes it.
 *
 * @param url the address they gave, where the provider wants one
 */
record MeetingForm(String provider, Optional<URI> url, Optional<String> dialIn) {

    /** Whether this wish is what the place already is. */
    boolean asks(Meeting meeting) {
        return provider.equals(meeting.provider())
                && url.map(URI::toString).equals(meeting.url())
                && dialIn.equals(meeting.dialIn());
    }
}
