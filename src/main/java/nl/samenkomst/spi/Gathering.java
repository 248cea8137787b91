package nl.samenkomst.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where an event takes place: in a room, online, or both at once. */
public enum Gathering {
    ON_SITE,
    ONLINE,
    HYBRID;

    /** The ways in which a person can attend. */
    public List<Attendance> ways() {
        return switch (this) {
            case ON_SITE -> List.of(Attendance.ON_SITE);
            case ONLINE -> List.of(Attendance.ONLINE);
            case HYBRID -> List.of(Attendance.ON_SITE, Attendance.ONLINE);
        };
    }

    public boolean allows(Attendance way) {
        return ways().contains(way);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Gathering> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
