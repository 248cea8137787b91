package nl.samenkomst.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The buttons beside lists of the planning form: one more, away with this one, up, down. */
final class TypedRows {

    static final List<String> LISTS = List.of("speakers", "agenda", "questions");

    /** What stands in a row that nobody filled in. */
    private static final Set<String> GIVEN = Set.of("kind", "id", "required");

    private TypedRows() {}

    /**
     * What a button says.
     *
     * @param deed {@code add}, {@code remove}, {@code up} or {@code down}
     * @param row counted from 0; of no meaning with {@code add}
     */
    record Press(String deed, String list, int row) {

        /** Of {@code up:questions:2}; empty for any other button. */
        static Optional<Press> of(String text) {
            var parts = text.split(":", -1);
            var known = parts.length >= 2 && LISTS.contains(parts[1]);
            if (known && parts.length == 2 && parts[0].equals("add")) {
                return Optional.of(new Press("add", parts[1], 0));
            }
            var moves = known && parts.length == 3 && parts[2].matches("[0-9]{1,3}");
            return moves && List.of("remove", "up", "down").contains(parts[0])
                    ? Optional.of(new Press(parts[0], parts[1], Integer.parseInt(parts[2])))
                    : Optional.empty();
        }
    }

    static Typed pressed(Typed typed, Press press) {
        var rows = new ArrayList<>(typed.rows(press.list()).rows());
        int row = press.row();
        switch (press.deed()) {
            case "add" -> rows.add(empty(press.list()));
            case "remove" -> removed(rows, row);
            case "up" -> swapped(rows, row - 1, row);
            default -> swapped(rows, row, row + 1);
        }
        return typed.with(new Typed.Rows(press.list(), rows));
    }

    private static void removed(List<Map<String, String>> rows, int row) {
        if (row < rows.size()) {
            rows.remove(row);
        }
    }

    private static void swapped(List<Map<String, String>> rows, int one, int other) {
        if (one >= 0 && other < rows.size()) {
            rows.set(one, rows.set(other, rows.get(one)));
        }
    }

    private static Map<String, String> empty(String list) {
        return new LinkedHashMap<>(
                switch (list) {
                    case "questions" -> Map.of("kind", "text", "label", "");
                    case "agenda" -> Map.of("time", "", "title", "");
                    default -> Map.of("name", "");
                });
    }

    static boolean filled(Map<String, String> row) {
        return row.entrySet().stream()
                .anyMatch(field ->
                        !GIVEN.contains(field.getKey()) && !field.getValue().isBlank());
    }
}
