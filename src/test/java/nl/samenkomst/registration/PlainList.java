package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The query behind the first page of an event's list of people, and nothing else: what the page is measured beside. */
public final class PlainList {

    private PlainList() {}

    /** How many people the page shows. */
    public static Future<Integer> read(SqlClient sql, UUID event) {
        return new PeopleStore(sql, List.of("invite:", "line:", "known:", "round:"))
                .page(event, PeopleFilter.of(field -> Optional.empty()))
                .map(page -> page.rows().size());
    }
}
