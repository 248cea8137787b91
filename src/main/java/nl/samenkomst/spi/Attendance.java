package nl.samenkomst.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How one person takes part. Its code, {@code on_site} or {@code online}, is the public name in forms, JSON and the database. */
public enum Attendance {
    ON_SITE,
    ONLINE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Attendance other() {
        return this == ON_SITE ? ONLINE : ON_SITE;
    }

    public static Optional<Attendance> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }
}
