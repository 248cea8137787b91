package nl.samenkomst.event;

import nl.samenkomst.meeting.Providers;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.MeetingProvider;

/** The planning form of an event as it stands, but for how people gather. */
final class TypedMove {

    private TypedMove() {}

    /** Where there is no online place yet, one is made by whoever needs no address for it. */
    static Typed of(Typed typed, Gathering way, Providers providers) {
        var moved = typed.with("attendance", way.code());
        if (!way.allows(Attendance.ONLINE) || typed.said("meeting.provider").isPresent()) {
            return moved;
        }
        return providers.all().stream()
                .filter(one -> !one.wantsAddress())
                .map(MeetingProvider::id)
                .findFirst()
                .map(id -> moved.with("meeting.provider", id))
                .orElse(moved);
    }
}
