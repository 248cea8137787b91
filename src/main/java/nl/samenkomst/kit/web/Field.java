package nl.samenkomst.kit.web;

import java.util.List;

/**
 * One field of a form of the workspace: what it asks, what stands in it, and what is wrong with that. Shown by the template {@code
 * kit/web/field}.
 *
 * @param id its own within the page; links of a summary of faults lead to it
 * @param kind {@code text}, {@code email}, {@code tel}, {@code url}, {@code prose}, {@code colour}, {@code one} or {@code several}
 * @param value what stands in it, or what was chosen in words
 * @param picked the colour that a picker begins with, as {@code #rrggbb}
 * @param choices of a field where one chooses
 */
public record Field(
        String id,
        String name,
        String kind,
        String label,
        String hint,
        String value,
        String error,
        boolean needed,
        String picked,
        List<Choice> choices) {

    /** Something to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    public Field {
        choices = List.copyOf(choices);
    }

    /** What of a field's name, or of what a fault blames, tells it from others on the page: {@code contact[name]}, {@code contact.name}. */
    static String id(String name) {
        return name.replaceAll("[\\[\\].]+", "-").replaceAll("-$", "");
    }

    public boolean chosenFrom() {
        return kind.equals("one") || kind.equals("several");
    }
}
