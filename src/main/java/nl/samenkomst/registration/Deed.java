package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.spi.Attendance;

/** What staff can do to somebody's place, alone or to several at once. */
enum Deed {
    CONFIRM,
    FIRST,
    ON_SITE,
    ONLINE,
    CANCEL;

    Future<Registration> of(Grip grip) {
        return switch (this) {
            case CONFIRM -> StaffMoves.letIn(grip);
            case FIRST -> StaffMoves.first(grip);
            case ON_SITE -> Moves.to(grip, Attendance.ON_SITE);
            case ONLINE -> Moves.to(grip, Attendance.ONLINE);
            case CANCEL -> StaffMoves.takeOff(grip);
        };
    }

    /** As a form names it, and a path. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is noted. */
    String verb() {
        return "registration." + code();
    }

    static Optional<Deed> named(String code) {
        return Arrays.stream(values()).filter(deed -> deed.code().equals(code)).findFirst();
    }
}
