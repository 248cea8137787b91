package nl.samenkomst.quote;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of an event's quotes staff look at; the last part of its address. */
enum Shelf {
    GIVEN,
    PROPOSED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    ALL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Shelf> of(String code) {
        return Arrays.stream(values())
                .filter(shelf -> shelf.code().equals(code))
                .findFirst();
    }

    /** What needs somebody stands first, what is over last. */
    List<Quote> of(List<Quote> all) {
        return all.stream()
                .filter(quote -> this == ALL || quote.state().name().equals(name()))
                .sorted(comparing(Quote::state))
                .toList();
    }
}
