package nl.samenkomst.kit.web;

import java.util.Comparator;
import java.util.Objects;

/**
 * A filled panel.
 *
 * @param order where it stands among the others, low first
 * @param place the part of the page it is meant for, such as {@code sheet} or {@code story}
 * @param template the template's path under {@code nl/samenkomst}, without ending
 * @param model what the template shows
 */
public record Shown(int order, String place, String template, Object model) implements Comparable<Shown> {

    public Shown {
        Objects.requireNonNull(place);
        Objects.requireNonNull(template);
        Objects.requireNonNull(model);
    }

    @Override
    public int compareTo(Shown other) {
        return Comparator.comparingInt(Shown::order)
                .thenComparing(Shown::template)
                .compare(this, other);
    }
}
