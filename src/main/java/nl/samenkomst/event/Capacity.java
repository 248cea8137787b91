package nl.samenkomst.event;

import java.util.Optional;
import nl.samenkomst.spi.Attendance;

/** The numbers the organiser gave. Empty on site: the room decides; empty online: no limit. */
public record Capacity(Optional<Integer> onSite, Optional<Integer> online) {

    public static final Capacity UNSAID = new Capacity(Optional.empty(), Optional.empty());

    public Optional<Integer> of(Attendance way) {
        return way == Attendance.ON_SITE ? onSite : online;
    }
}
