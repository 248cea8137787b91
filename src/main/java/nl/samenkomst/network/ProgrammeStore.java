package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** All SQL on programmes. Give it the pool, or the transaction to be part of. */
public record ProgrammeStore(SqlClient sql) {

    private static final String WHOLE = """
            select id, organisation_id, network_id, slug, title, summary, description, version
              from programme
            """;

    public Future<Optional<Programme>> find(UUID id) {
        return sql.preparedQuery(WHOLE + "where id = $1")
                .mapping(ProgrammeStore::programme)
                .execute(Tuple.of(id))
                .map(ProgrammeStore::first);
    }

    public Future<Optional<Programme>> bySlug(String slug) {
        return sql.preparedQuery(WHOLE + "where slug = $1")
                .mapping(ProgrammeStore::programme)
                .execute(Tuple.of(slug))
                .map(ProgrammeStore::first);
    }

    /** A network's programmes, newest first. */
    public Future<List<Programme>> of(UUID network) {
        return sql.preparedQuery(WHOLE + "where network_id = $1 order by created_at desc, slug")
                .mapping(ProgrammeStore::programme)
                .execute(Tuple.of(network))
                .map(rows -> rows.stream().toList());
    }

    /** Every programme of every organisation, newest first: for the public pages. */
    public Future<List<Programme>> all() {
        return sql.preparedQuery(WHOLE + "order by created_at desc, slug")
                .mapping(ProgrammeStore::programme)
                .execute()
                .map(rows -> rows.stream().toList());
    }

    /** Those of these ids that are there. */
    public Future<List<Programme>> all(List<UUID> ids) {
        return sql.preparedQuery(WHOLE + "where id = any($1)")
                .mapping(ProgrammeStore::programme)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /** A part of an organisation's programmes, by slug. */
    public Future<Listed<Programme>> list(UUID organisation, Paging paging) {
        return sql.preparedQuery(WHOLE + "where organisation_id = $1 and slug > $2 order by slug limit $3")
                .mapping(ProgrammeStore::programme)
                .execute(Tuple.of(
                        organisation, paging.after().map(key -> key.get(0)).orElse(""), paging.limit() + 1))
                .map(rows -> Listed.cut(rows.stream().toList(), paging, programme -> Paging.next(programme.slug())));
    }

    /** Which of this slug, and of those that begin with it and a hyphen, are taken. */
    Future<List<String>> slugsLike(String slug) {
        return sql.preparedQuery("select slug from programme where slug = $1 or starts_with(slug, $1 || '-')")
                .mapping(row -> row.getString("slug"))
                .execute(Tuple.of(slug))
                .map(rows -> rows.stream().toList());
    }

    Future<Void> insert(Programme programme) {
        return sql.preparedQuery("""
                insert into programme (id, organisation_id, network_id, slug, title, summary, description, version)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """)
                .execute(Tuple.from(List.of(
                        programme.id(),
                        programme.organisation(),
                        programme.network(),
                        programme.slug(),
                        programme.title(),
                        programme.summary(),
                        programme.description(),
                        programme.version())))
                .mapEmpty();
    }

    /** The programme, held against other changes until this transaction ends. */
    Future<Optional<Programme>> lock(UUID id) {
        return sql.preparedQuery(WHOLE + "where id = $1 for update")
                .mapping(ProgrammeStore::programme)
                .execute(Tuple.of(id))
                .map(ProgrammeStore::first);
    }

    Future<Void> update(Programme programme) {
        return sql.preparedQuery("""
                update programme
                   set slug = $3, title = $4, summary = $5, description = $6, version = $7
                 where id = $1 and organisation_id = $2
                """)
                .execute(Tuple.from(List.of(
                        programme.id(),
                        programme.organisation(),
                        programme.slug(),
                        programme.title(),
                        programme.summary(),
                        programme.description(),
                        programme.version())))
                .mapEmpty();
    }

    private static Programme programme(Row row) {
        return new Programme(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("network_id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("description"),
                row.getLong("version"));
    }

    private static Optional<Programme> first(RowSet<Programme> rows) {
        return rows.stream().findFirst();
    }
}
