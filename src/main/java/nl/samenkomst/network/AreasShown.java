package nl.samenkomst.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.FormShown;

/**
 * The form of a network's areas.
 *
 * @param order the slugs as they stand, with commas between
 */
record AreasShown(
        FormShown.Post post,
        String order,
        List<Row> rows,
        Row added,
        Optional<FormShown.Wrong> wrong,
        Optional<FormShown.Stale> stale) {

    private static final Pattern PLACE = Pattern.compile("areas\\[(\\d+)]\\.(\\w+)");

    /** One area; the first cannot go up and the last not down. */
    record Row(String slug, String title, Field name, Field link, boolean first, boolean last) {}

    static AreasShown of(FormShown.Post post, Network network, AreasTyped typed, Optional<Again> again, Words words) {
        var faults = again.stream()
                .flatMap(one -> one.faults().stream())
                .map(fault -> placed(fault, typed))
                .toList();
        var errors = faults.stream()
                .collect(Collectors.toMap(
                        Fault::field, fault -> words.say(fault.text(), fault.values()), (first, second) -> first));
        var rows = new ArrayList<Row>();
        var known = typed.rows().stream().filter(row -> row.slug().isPresent()).toList();
        for (int i = 0; i < known.size(); i++) {
            rows.add(row(known.get(i), i, i == known.size() - 1, errors, words));
        }
        var added = typed.rows().stream()
                .filter(row -> row.slug().isEmpty())
                .findFirst()
                .orElseGet(() -> new AreasTyped.Row(Optional.empty(), "", ""));
        return new AreasShown(
                post,
                known.stream().map(row -> row.slug().orElseThrow()).collect(Collectors.joining(",")),
                rows,
                row(added, -1, true, errors, words),
                again.filter(one -> !one.stale()).map(one -> FormShown.Wrong.of(faults, words)),
                again.filter(Again::stale).map(one -> stale(network, typed, words)));
    }

    /** A fault names an area by its place; on the page it stands at the field of that area. */
    private static Fault placed(Fault fault, AreasTyped typed) {
        var place = PLACE.matcher(fault.field());
        if (!place.matches()) {
            return new Fault(id(typed, typed.removedAt()) + "-name", fault.text(), fault.values());
        }
        int at = Integer.parseInt(place.group(1));
        int shown = typed.removedAt() >= 0 && at >= typed.removedAt() ? at + 1 : at;
        var part = place.group(2).equals("groupLink") ? "-link" : "-name";
        return new Fault(id(typed, shown) + part, fault.text(), fault.values());
    }

    private static String id(AreasTyped typed, int at) {
        return at >= 0
                        && at < typed.rows().size()
                        && typed.rows().get(at).slug().isPresent()
                ? "area-" + known(typed, at)
                : "area-" + AreasTyped.NEW;
    }

    /** The place among those that are there already; the new one stands apart. */
    private static long known(AreasTyped typed, int at) {
        return typed.rows().subList(0, at).stream()
                .filter(row -> row.slug().isPresent())
                .count();
    }

    private static Row row(AreasTyped.Row area, int at, boolean last, Map<String, String> errors, Words words) {
        var slug = area.slug().orElse(AreasTyped.NEW);
        var id = "area-" + (area.slug().isPresent() ? at : AreasTyped.NEW);
        return new Row(
                slug,
                area.slug().isPresent() ? area.name() : words.say("network.desk.area.new"),
                field(id + "-name", "name[" + slug + "]", "text", "name", area.name(), errors, words),
                field(id + "-link", "groupLink[" + slug + "]", "url", "link", area.link(), errors, words),
                at == 0,
                last);
    }

    private static Field field(
            String id, String name, String kind, String key, String value, Map<String, String> errors, Words words) {
        var hint = "network.desk.area." + key + ".hint";
        return new Field(
                id,
                name,
                kind,
                words.say("network.desk.area." + key),
                words.has(hint) && id.contains(AreasTyped.NEW) ? words.say(hint) : "",
                value,
                errors.getOrDefault(id, ""),
                key.equals("name"),
                "",
                List.of());
    }

    private static FormShown.Stale stale(Network network, AreasTyped typed, Words words) {
        return new FormShown.Stale(List.of(new FormShown.Difference(
                words.say("network.desk.areas"), said(AreasTyped.saved(network)), said(typed))));
    }

    private static String said(AreasTyped areas) {
        return areas.rows().stream()
                .filter(row -> row.slug().isEmpty() || !row.slug().equals(areas.removed()))
                .map(row -> row.link().isEmpty() ? row.name() : row.name() + " (" + row.link() + ")")
                .collect(Collectors.joining(", "));
    }
}
