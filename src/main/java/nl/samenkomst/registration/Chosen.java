package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Body;

/**
 * Whom staff chose from the list: some by hand, or all that the filter lets through.
 *
 * @param ids by hand
 * @param all the filter, where all were meant
 */
record Chosen(List<UUID> ids, Optional<PeopleFilter> all) {

    /** More than two pages of the list are not ticked by hand. */
    private static final int MOST = 2 * PeopleFilter.PAGE;

    static Chosen of(Body body) {
        return new Chosen(ids(body), body.text("all").filter("yes"::equals).map(yes -> PeopleFilter.of(body::text)));
    }

    private static List<UUID> ids(Body body) {
        var given = body.json().getValue("registration");
        return (given instanceof JsonArray several ? several.stream() : Stream.ofNullable(given))
                .map(String::valueOf)
                .flatMap(text -> Id.of(text).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    boolean nobody() {
        return ids.isEmpty() && all.isEmpty();
    }

    /** Those of them who are of this event. */
    Future<List<Registration>> people(Table table, Event event) {
        return all.map(filter -> table.people().all(event.id(), filter))
                .orElseGet(() -> new RoundStore(table.pool()).people(event.id(), ids));
    }

    /** What a form bears so that the same are chosen again. */
    List<PeopleShown.Field> fields() {
        return all.map(filter -> Stream.concat(
                                Stream.of(new PeopleShown.Field("all", "yes")), PeopleShown.Field.of(filter).stream())
                        .toList())
                .orElseGet(() -> ids.stream()
                        .map(id -> new PeopleShown.Field("registration", id.toString()))
                        .toList());
    }
}
