package nl.samenkomst.series;

import java.time.LocalDate;

/** Days from one to another, both with it. */
record Span(LocalDate from, LocalDate to) {

    Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends after it begins: " + from + " .. " + to);
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
