package nl.samenkomst.event;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What stands in the fields of the form that an event is planned with.
 *
 * @param values text by the name of its field, which is the API's, lists with a number: {@code speakers[0].name}
 */
record Typed(Map<String, String> values) {

    private static final Pattern IN_ROW = Pattern.compile("([a-z]+)\\[([0-9]{1,3})]\\.([A-Za-z]+)");

    /** What a form bears besides the event itself. */
    private static final Set<String> NOT_OURS = Set.of("token", "do", "version", "base");

    /** One of the lists, from top to bottom: its fields by their own names. */
    record Rows(String list, List<Map<String, String>> rows) {

        Rows {
            rows = rows.stream().<Map<String, String>>map(LinkedHashMap::new).toList();
        }
    }

    Typed {
        values = Map.copyOf(values);
    }

    static Typed of(MultiMap form) {
        var values = new LinkedHashMap<String, String>();
        form.names().stream()
                .filter(name -> !NOT_OURS.contains(name))
                .forEach(name ->
                        values.put(name, Optional.ofNullable(form.get(name)).orElse("")));
        return new Typed(values);
    }

    /** As it was typed; empty where nothing was. */
    String text(String field) {
        return values.getOrDefault(field, "");
    }

    /** The same, where there is more than space. */
    Optional<String> said(String field) {
        return Optional.of(text(field).strip()).filter(text -> !text.isEmpty());
    }

    boolean ticked(String field) {
        return said(field).isPresent();
    }

    Typed with(String field, String text) {
        var more = new LinkedHashMap<>(values);
        more.put(field, text);
        return new Typed(more);
    }

    Rows rows(String list) {
        var found = new TreeMap<Integer, Map<String, String>>();
        values.forEach((name, text) -> {
            var row = IN_ROW.matcher(name);
            if (row.matches() && row.group(1).equals(list)) {
                found.computeIfAbsent(Integer.valueOf(row.group(2)), first -> new LinkedHashMap<>())
                        .put(row.group(3), text);
            }
        });
        return new Rows(list, List.copyOf(found.values()));
    }

    /** With this list in place of what there was of it. */
    Typed with(Rows rows) {
        var other = new LinkedHashMap<String, String>();
        values.forEach((name, text) -> {
            if (!name.startsWith(rows.list() + "[")) {
                other.put(name, text);
            }
        });
        for (int i = 0; i < rows.rows().size(); i++) {
            var row = rows.list() + "[" + i + "].";
            rows.rows().get(i).forEach((field, text) -> other.put(row + field, text));
        }
        return new Typed(other);
    }

    /** A row of which nobody filled in anything was never meant. */
    Typed withoutEmptyRows() {
        var rest = this;
        for (var list : TypedRows.LISTS) {
            rest = rest.with(new Rows(
                    list, rows(list).rows().stream().filter(TypedRows::filled).toList()));
        }
        return rest;
    }
}
