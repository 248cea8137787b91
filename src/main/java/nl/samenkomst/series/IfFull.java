package nl.samenkomst.series;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a standing member wants where there is no seat in the room: a seat online meanwhile, or to wait in line for the room. */
public enum IfFull {
    ONLINE,
    WAIT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<IfFull> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
