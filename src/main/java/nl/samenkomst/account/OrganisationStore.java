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
                select id as organisation_id, slug, name as organisation_name, languages, accent, contact, sender,
                       reply_to, embedders, logo, version as organisation_version
                  from organisation
                 where id = $1
                """)
                .mapping(OrganisationStore::organisation)
                .execute(Tuple.of(id))
                .map(OrganisationStore::first);
    }

    public Future<Optional<Organisation>> bySlug(String slug) {
        return sql.preparedQuery("""
                select id as organisation_id, slug, name as organisation_name, languages, accent, contact, sender,
                       reply_to, embedders, logo, version as organisation_version
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
                select id as organisation_id, slug, name as organisation_name, languages, accent, contact, sender,
                       reply_to, embedders, logo, version as organisation_version
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
                insert into organisation (id, slug, name, languages, accent, contact, sender, reply_to, embedders, version)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """).execute(columns(organisation)).map(done -> organisation);
    }

    /** Writes everything but the logo, which is written apart. */
    Future<Void> update(Organisation organisation) {
        return sql.preparedQuery("""
                update organisation
                   set slug = $2, name = $3, languages = $4, accent = $5, contact = $6, sender = $7, reply_to = $8,
                       embedders = $9, version = $10
                 where id = $1
                """).execute(columns(organisation)).mapEmpty();
    }

    private static Tuple columns(Organisation organisation) {
        return Tuple.tuple()
                .addValue(organisation.id())
                .addValue(organisation.slug())
                .addValue(organisation.name())
                .addArrayOfString(organisation.languages().toArray(String[]::new))
                .addValue(organisation.accent())
                .addValue(Contacts.write(organisation.contact()))
                .addValue(organisation.manner().sender().orElse(null))
                .addValue(organisation.manner().replyTo().orElse(null))
                .addArrayOfString(organisation.manner().embedders().toArray(String[]::new))
                .addValue(organisation.version());
    }

    /** The organisation, held against other changes until this transaction ends. */
    Future<Optional<Organisation>> lock(UUID id) {
        return sql.preparedQuery("""
                select id as organisation_id, slug, name as organisation_name, languages, accent, contact, sender,
                       reply_to, embedders, logo, version as organisation_version
                  from organisation
                 where id = $1
                   for update
                """)
                .mapping(OrganisationStore::organisation)
                .execute(Tuple.of(id))
                .map(OrganisationStore::first);
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
                new Organisation.Manner(
                        Optional.ofNullable(row.getString("sender")),
                        Optional.ofNullable(row.getString("reply_to")),
                        List.of(row.getArrayOfStrings("embedders")),
                        Optional.ofNullable(row.getJsonObject("logo")).map(LogoStore::logo)),
                row.getLong("organisation_version"));
    }

    private static Optional<Organisation> first(RowSet<Organisation> rows) {
        return rows.stream().findFirst();
    }
}
