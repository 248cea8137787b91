package nl.samenkomst.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where an event takes place: in a room, online, or both at once. */
public enum Gathering {
    ON_SITE(List.of(Attendance.ON_SITE)),
    ONLINE(List.of(Attendance.ONLINE)),
    HYBRID(List.of(Attendance.ON_SITE, Attendance.ONLINE));

    private final List<Attendance> ways;

    Gathering(List<Attendance> ways) {
        this.ways = ways;
    }

    /** The ways in which a person can attend. */
    public List<Attendance> ways() {
        return ways;
    }

    public boolean allows(Attendance way) {
        return ways.contains(way);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Gathering> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
