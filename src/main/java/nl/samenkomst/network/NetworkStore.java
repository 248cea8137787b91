package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Contacts;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** All SQL on networks and their areas. Give it the pool, or the transaction to be part of. */
public record NetworkStore(SqlClient sql) {

    private static final String WHOLE = """
            select n.id, n.organisation_id, n.slug, n.name, n.purpose, n.accent, n.contact, n.zone, n.version,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'slug', a.slug, 'name', a.name,
                           'groupLink', a.group_link) order by a.position, a.slug), '[]')
                      from area a
                     where a.network_id = n.id) as areas
              from network n
            """;

    public Future<Optional<Network>> find(UUID id) {
        return sql.preparedQuery(WHOLE + "where n.id = $1")
                .mapping(NetworkStore::network)
                .execute(Tuple.of(id))
                .map(NetworkStore::first);
    }

    public Future<Optional<Network>> bySlug(String slug) {
        return sql.preparedQuery(WHOLE + "where n.slug = $1")
                .mapping(NetworkStore::network)
                .execute(Tuple.of(slug))
                .map(NetworkStore::first);
    }

    /** Every network of every organisation, by name: for the public pages. */
    public Future<List<Network>> all() {
        return sql.preparedQuery(WHOLE + "order by n.name, n.slug")
                .mapping(NetworkStore::network)
                .execute()
                .map(rows -> rows.stream().toList());
    }

    /** Those of these ids that are there. */
    public Future<List<Network>> all(List<UUID> ids) {
        return sql.preparedQuery(WHOLE + "where n.id = any($1)")
                .mapping(NetworkStore::network)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /** A part of an organisation's networks, by slug. */
    public Future<Listed<Network>> list(UUID organisation, Paging paging) {
        return sql.preparedQuery(WHOLE + """
                where n.organisation_id = $1 and n.slug > $2
                order by n.slug
                limit $3
                """)
                .mapping(NetworkStore::network)
                .execute(Tuple.of(
                        organisation, paging.after().map(key -> key.get(0)).orElse(""), paging.limit() + 1))
                .map(rows -> Listed.cut(rows.stream().toList(), paging, network -> Paging.next(network.slug())));
    }

    /** The network, held against other changes until this transaction ends. */
    Future<Optional<Network>> lock(UUID id) {
        return sql.preparedQuery(WHOLE + "where n.id = $1 for update of n")
                .mapping(NetworkStore::network)
                .execute(Tuple.of(id))
                .map(NetworkStore::first);
    }

    /** Which of this slug, and of those that begin with it and a hyphen, are taken. */
    Future<List<String>> slugsLike(String slug) {
        return sql.preparedQuery("select slug from network where slug = $1 or starts_with(slug, $1 || '-')")
                .mapping(row -> row.getString("slug"))
                .execute(Tuple.of(slug))
                .map(rows -> rows.stream().toList());
    }

    /** The network's own row; its areas are written apart. */
    Future<Void> insert(Network network) {
        return sql.preparedQuery("""
                insert into network (id, organisation_id, slug, name, purpose, accent, contact, zone, version)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """).execute(columns(network)).mapEmpty();
    }

    Future<Void> update(Network network) {
        return sql.preparedQuery("""
                update network
                   set slug = $3, name = $4, purpose = $5, accent = $6, contact = $7, zone = $8, version = $9
                 where id = $1 and organisation_id = $2
                """).execute(columns(network)).mapEmpty();
    }

    private static Tuple columns(Network network) {
        return Tuple.tuple()
                .addValue(network.id())
                .addValue(network.organisation())
                .addValue(network.slug())
                .addValue(network.name())
                .addValue(network.purpose())
                .addValue(network.accent().orElse(null))
                .addValue(network.contact()
                        .map(contact -> Contacts.write(Optional.of(contact)))
                        .orElse(null))
                .addValue(network.zone().getId())
                .addValue(network.version());
    }

    /** Writes these areas in this order; the caller has taken care of those that vanish. */
    Future<Void> writeAreas(Network network) {
        return sql.preparedQuery("""
                insert into area (id, organisation_id, network_id, slug, name, group_link, position)
                select (one ->> 'id')::uuid, $1, $2, one ->> 'slug', one ->> 'name', one ->> 'groupLink', position
                  from jsonb_array_elements($3::jsonb) with ordinality as given (one, position)
                    on conflict (id) do update
                   set slug = excluded.slug, name = excluded.name, group_link = excluded.group_link,
                       position = excluded.position
                """)
                .execute(Tuple.of(network.organisation(), network.id(), areas(network)))
                .mapEmpty();
    }

    /** Takes areas away; the database refuses where an event or a registration still names one. */
    Future<Void> dropAreas(UUID network, List<UUID> gone) {
        return sql.preparedQuery("delete from area where network_id = $1 and id = any($2)")
                .execute(Tuple.tuple().addUUID(network).addArrayOfUUID(gone.toArray(UUID[]::new)))
                .mapEmpty();
    }

    private static JsonArray areas(Network network) {
        var array = new JsonArray();
        network.areas()
                .forEach(area -> array.add(new JsonObject()
                        .put("id", area.id().toString())
                        .put("slug", area.slug())
                        .put("name", area.name())
                        .put("groupLink", area.groupLink().orElse(null))));
        return array;
    }

    private static Network network(Row row) {
        var id = row.getUUID("id");
        return new Network(
                id,
                row.getUUID("organisation_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("purpose"),
                Optional.ofNullable(row.getString("accent")),
                Contacts.read(row.getJsonObject("contact")),
                ZoneId.of(row.getString("zone")),
                row.getJsonArray("areas").stream()
                        .map(area -> area(id, (JsonObject) area))
                        .toList(),
                row.getLong("version"));
    }

    private static Area area(UUID network, JsonObject json) {
        return new Area(
                UUID.fromString(json.getString("id")),
                network,
                json.getString("slug"),
                json.getString("name"),
                Optional.ofNullable(json.getString("groupLink")));
    }

    private static Optional<Network> first(RowSet<Network> rows) {
        return rows.stream().findFirst();
    }
}
