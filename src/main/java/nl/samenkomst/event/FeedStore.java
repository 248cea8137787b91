package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What feeds of a network are made from: its public gatherings, whole, in one statement. */
public record FeedStore(SqlClient sql) {

    /** More than any network plans; a bound so that no feed outgrows the memory. */
    private static final int MOST = 5_000;

    /**
     * A gathering with its dates.
     *
     * @param changed when what is told of it last changed
     */
    public record Dated(Event event, Instant published, Instant changed) {}

    /**
     * Which gatherings a feed tells of; what is empty does not matter.
     *
     * @param since only those that end after it
     */
    public record Choice(UUID network, Optional<UUID> area, Optional<String> format, Instant since) {}

    /** Published or called off, and in public lists; soonest first. */
    public Future<List<Dated>> open(Choice choice) {
        return sql.preparedQuery(EventStore.WHOLE + """
                where e.network_id = $1 and e.status <> 'draft' and e.visibility = 'public' and e.ends_at > $2
                  and ($3::uuid is null or e.area_id = $3)
                  and ($4::text is null or e.format = $4)
                order by e.starts_at, e.id
                limit $5
                """)
                .mapping(FeedStore::dated)
                .execute(Tuple.tuple()
                        .addValue(choice.network())
                        .addValue(EventStore.time(choice.since()))
                        .addValue(choice.area().orElse(null))
                        .addValue(choice.format().orElse(null))
                        .addValue(MOST))
                .map(rows -> rows.stream().toList());
    }

    private static Dated dated(Row row) {
        var changed = row.getOffsetDateTime("changed_at").toInstant();
        var published = Optional.ofNullable(row.getOffsetDateTime("published_at"))
                .map(OffsetDateTime::toInstant)
                .orElse(changed);
        return new Dated(EventStore.event(row), published, changed);
    }
}
