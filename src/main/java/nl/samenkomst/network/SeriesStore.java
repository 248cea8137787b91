package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** All SQL on series by themselves; their dates are events. Give it the pool, or the transaction to be part of. */
public record SeriesStore(SqlClient sql) {

    private static final String WHOLE = """
            select id, organisation_id, network_id, area_id, format, slug, title, zone, pattern, members_first, version
              from series
            """;

    public Future<Optional<Series>> find(UUID id) {
        return sql.preparedQuery(WHOLE + "where id = $1")
                .mapping(SeriesStore::series)
                .execute(Tuple.of(id))
                .map(SeriesStore::first);
    }

    public Future<Optional<Series>> bySlug(String slug) {
        return sql.preparedQuery(WHOLE + "where slug = $1")
                .mapping(SeriesStore::series)
                .execute(Tuple.of(slug))
                .map(SeriesStore::first);
    }

    /** Those of these ids that are there. */
    public Future<List<Series>> all(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return sql.preparedQuery(WHOLE + "where id = any($1)")
                .mapping(SeriesStore::series)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /** A part of an organisation's series, by slug. */
    public Future<Listed<Series>> list(UUID organisation, Paging paging) {
        return sql.preparedQuery(WHOLE + "where organisation_id = $1 and slug > $2 order by slug limit $3")
                .mapping(SeriesStore::series)
                .execute(Tuple.of(
                        organisation, paging.after().map(key -> key.get(0)).orElse(""), paging.limit() + 1))
                .map(rows -> Listed.cut(rows.stream().toList(), paging, series -> Paging.next(series.slug())));
    }

    /** The series, held against other changes until this transaction ends. */
    public Future<Optional<Series>> lock(UUID id) {
        return sql.preparedQuery(WHOLE + "where id = $1 for no key update")
                .mapping(SeriesStore::series)
                .execute(Tuple.of(id))
                .map(SeriesStore::first);
    }

    /** Which of this slug, and of those that begin with it and a hyphen, are taken. */
    public Future<List<String>> slugsLike(String slug) {
        return sql.preparedQuery("select slug from series where slug = $1 or starts_with(slug, $1 || '-')")
                .mapping(row -> row.getString("slug"))
                .execute(Tuple.of(slug))
                .map(rows -> rows.stream().toList());
    }

    public Future<Void> insert(Series series) {
        return sql.preparedQuery("""
                insert into series (id, organisation_id, network_id, area_id, format, slug, title, zone, pattern,
                       members_first, version)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """).execute(columns(series)).mapEmpty();
    }

    /** Writes the series anew; whoever calls holds its lock. */
    public Future<Void> update(Series series) {
        return sql.preparedQuery("""
                update series
                   set network_id = $3, area_id = $4, format = $5, slug = $6, title = $7, zone = $8, pattern = $9,
                       members_first = $10, version = $11
                 where id = $1 and organisation_id = $2
                """).execute(columns(series)).mapEmpty();
    }

    private static Tuple columns(Series series) {
        return Tuple.tuple()
                .addValue(series.id())
                .addValue(series.organisation())
                .addValue(series.network())
                .addValue(series.area().orElse(null))
                .addValue(series.format())
                .addValue(series.slug())
                .addValue(series.title())
                .addValue(series.zone().getId())
                .addValue(series.pattern())
                .addValue(series.membersFirst())
                .addValue(series.version());
    }

    private static Series series(Row row) {
        return new Series(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("network_id"),
                Optional.ofNullable(row.getUUID("area_id")),
                row.getString("format"),
                row.getString("slug"),
                row.getString("title"),
                ZoneId.of(row.getString("zone")),
                row.getJsonObject("pattern"),
                row.getInteger("members_first"),
                row.getLong("version"));
    }

    private static Optional<Series> first(RowSet<Series> rows) {
        return rows.stream().findFirst();
    }
}
