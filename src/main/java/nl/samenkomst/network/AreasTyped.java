package nl.samenkomst.network;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.kit.web.Body;

/**
 * The areas of a network as they stand in one form: each with its name and its group's link, a row for a new one, and buttons that
 * also keep what was typed.
 */
record AreasTyped(List<Row> rows, Optional<String> removed) {

    /** In a field's name it stands for the area that is still to be made. */
    static final String NEW = "new-area";

    /** @param slug empty for a new one */
    record Row(Optional<String> slug, String name, String link) {

        static Row of(Area area) {
            return new Row(
                    Optional.of(area.slug()), area.name(), area.groupLink().orElse(""));
        }
    }

    static AreasTyped saved(Network network) {
        return new AreasTyped(network.areas().stream().map(Row::of).toList(), Optional.empty());
    }

    /** @param network as it is now: an area that another made meanwhile stays, at the end */
    static AreasTyped of(Body body, Network network) {
        var order = body.text("order").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .filter(Slugs::sound)
                .distinct()
                .toList();
        var rows = new ArrayList<Row>();
        order.forEach(slug ->
                rows.add(new Row(Optional.of(slug), field(body, "name", slug), field(body, "groupLink", slug))));
        network.areas().stream()
                .filter(area -> !order.contains(area.slug()))
                .map(Row::of)
                .forEach(rows::add);
        if (!field(body, "name", NEW).isEmpty()
                || !field(body, "groupLink", NEW).isEmpty()) {
            rows.add(new Row(Optional.empty(), field(body, "name", NEW), field(body, "groupLink", NEW)));
        }
        body.text("up").ifPresent(slug -> move(rows, slug, -1));
        body.text("down").ifPresent(slug -> move(rows, slug, 1));
        return new AreasTyped(List.copyOf(rows), body.text("remove"));
    }

    private static String field(Body body, String name, String slug) {
        return body.json().getValue(name) instanceof JsonObject inner && inner.getValue(slug) instanceof String text
                ? text.strip()
                : "";
    }

    private static void move(List<Row> rows, String slug, int by) {
        int at = index(rows, slug);
        if (at >= 0 && at + by >= 0 && at + by < rows.size()) {
            Collections.swap(rows, at, at + by);
        }
    }

    private static int index(List<Row> rows, String slug) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).slug().equals(Optional.of(slug))) {
                return i;
            }
        }
        return -1;
    }

    /** Where the area that is to go stands. */
    int removedAt() {
        return removed.map(slug -> index(rows, slug)).orElse(-1);
    }

    /** As the API takes it. */
    JsonObject patch() {
        var areas = new JsonArray();
        rows.stream()
                .filter(row -> row.slug().isEmpty() || !row.slug().equals(removed))
                .forEach(row -> areas.add(json(row)));
        return new JsonObject().put("areas", areas);
    }

    private static JsonObject json(Row row) {
        var json = new JsonObject().put("name", row.name());
        row.slug().ifPresent(slug -> json.put("slug", slug));
        if (!row.link().isEmpty()) {
            json.put("groupLink", row.link());
        }
        return json;
    }
}
