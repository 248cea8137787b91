package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL on organisations. Give it the pool, or the transaction to be part of. */
public record OrganisationStore(SqlClient sql) {

    public Future<Optional<Organisation>> find(UUID id) {
        return sql.preparedQuery("""
                select id as organisation_id, slug, name as organisation_name, languages, accent, contact,
                       version as organisation_version
                  from organisation
                 where id = $1
                """)
                .mapping(OrganisationStore::organisation)
                .execute(Tuple.of(id))
                .map(OrganisationStore::first);
    }

    public Future<Optional<Organisation>> bySlug(String slug) {
        return sql.preparedQuery("""
                select id as organisation_id, slug, name as organisation_name, languages, accent, contact,
                       version as organisation_version
                  from organisation
                 where slug = $1
                """)
                .mapping(OrganisationStore::organisation)
                .execute(Tuple.of(slug))
                .map(OrganisationStore::first);
    }

    /** All of them by name: an installation has few. */
    public Future<List<Organisation>> all() {
        return sql.preparedQuery("""
                select id as organisation_id, slug, name as organisation_name, languages, accent, contact,
                       version as organisation_version
                  from organisation
                 order by name, slug
                """)
                .mapping(OrganisationStore::organisation)
                .execute()
                .map(rows -> rows.stream().toList());
    }

    /** Fails with the database's own error where the slug is taken. */
    public Future<Organisation> insert(Organisation organisation) {
        return sql.preparedQuery("""
                insert into organisation (id, slug, name, languages, accent, contact, version)
                values ($1, $2, $3, $4, $5, $6, $7)
                """)
                .execute(Tuple.from(List.of(
                        organisation.id(),
                        organisation.slug(),
                        organisation.name(),
                        organisation.languages().toArray(String[]::new),
                        organisation.accent(),
                        Contacts.write(organisation.contact()),
                        organisation.version())))
                .map(done -> organisation);
    }

    /** Holds off whoever else would make the first organisation, until this transaction ends. */
    Future<Void> lock() {
        return sql.query("lock table organisation in share row exclusive mode")
                .execute()
                .mapEmpty();
    }

    /** A row with the columns that the statements above name. */
    static Organisation organisation(Row row) {
        return new Organisation(
                row.getUUID("organisation_id"),
                row.getString("slug"),
                row.getString("organisation_name"),
                List.of(row.getArrayOfStrings("languages")),
                row.getString("accent"),
                Contacts.read(row.getJsonObject("contact")),
                row.getLong("organisation_version"));
    }

    private static Optional<Organisation> first(RowSet<Organisation> rows) {
        return rows.stream().findFirst();
    }
}
