package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL on API tokens, which are kept as hashes only. Give it the pool, or the transaction to be part of. */
record TokenStore(SqlClient sql) {

    private static final int ID_BYTES = 8;

    /**
     * An API token as it is listed.
     *
     * @param id the first 64 bits of its hash in hexadecimal: tells tokens apart, opens nothing
     * @param whose the name of the account it acts for
     * @param usedOn the day of its last use, UTC
     */
    record Listed(String id, String label, String whose, Instant createdAt, Optional<LocalDate> usedOn) {}

    Future<Void> insert(Secret secret, UUID account, UUID organisation, String label) {
        return sql.preparedQuery("""
                insert into api_token (hash, account_id, organisation_id, label)
                values ($1, $2, $3, $4)
                """)
                .execute(Tuple.of(secret.hash(), account, organisation, label))
                .mapEmpty();
    }

    /** The organisation's tokens that work, newest first. */
    Future<List<Listed>> list(UUID organisation) {
        return sql.preparedQuery("""
                select t.hash, t.label, a.name as whose, t.created_at, t.used_on
                  from api_token t
                  join account a on a.id = t.account_id
                 where t.organisation_id = $1 and t.revoked_at is null
                 order by t.created_at desc
                """)
                .mapping(TokenStore::listed)
                .execute(Tuple.of(organisation))
                .map(rows -> rows.stream().toList());
    }

    /** True when the organisation had such a token and it worked until now. */
    Future<Boolean> revoke(UUID organisation, String id) {
        return sql.preparedQuery("""
                update api_token
                   set revoked_at = now()
                 where organisation_id = $1 and encode(substring(hash from 1 for 8), 'hex') = $2 and revoked_at is null
                """).execute(Tuple.of(organisation, id)).map(rows -> rows.rowCount() > 0);
    }

    /** What tells this token apart from others. */
    static String id(Secret secret) {
        return HexFormat.of().formatHex(secret.hash().getBytes(0, ID_BYTES));
    }

    private static Listed listed(Row row) {
        return new Listed(
                HexFormat.of().formatHex(row.getBuffer("hash").getBytes(0, ID_BYTES)),
                row.getString("label"),
                row.getString("whose"),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getLocalDate("used_on")));
    }
}
