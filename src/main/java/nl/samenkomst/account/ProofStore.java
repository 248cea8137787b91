package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All SQL on what proves an account: sessions, API tokens, one-time links. They are kept as hashes only, and end by the database's
 * clock, the one that all nodes share.
 */
record ProofStore(SqlClient sql) {

    /**
     * An API token as it is listed.
     *
     * @param id the first 64 bits of its hash in hexadecimal: tells tokens apart, opens nothing
     */
    record Listed(String id, String label, Instant createdAt) {}

    Future<Void> beginSession(Secret secret, Account account, Duration lasting) {
        return sql.preparedQuery("""
                insert into session (hash, account_id, account_version, until)
                values ($1, $2, $3, now() + make_interval(secs => $4))
                """)
                .execute(Tuple.of(secret.hash(), account.id(), account.version(), (double) lasting.toSeconds()))
                .mapEmpty();
    }

    Future<Void> endSession(Secret secret) {
        return sql.preparedQuery("delete from session where hash = $1")
                .execute(Tuple.of(secret.hash()))
                .mapEmpty();
    }

    /** Throws away sessions and links that are over since a day. */
    Future<Void> sweep() {
        return sql.query("""
                with gone as (delete from staff_link where until < now() - interval '1 day')
                delete from session where until < now() - interval '1 day'
                """).execute().mapEmpty();
    }

    Future<Void> insertToken(Secret secret, UUID account, UUID organisation, String label) {
        return sql.preparedQuery("""
                insert into api_token (hash, account_id, organisation_id, label)
                values ($1, $2, $3, $4)
                """)
                .execute(Tuple.of(secret.hash(), account, organisation, label))
                .mapEmpty();
    }

    /** The account's tokens that work, newest first. */
    Future<List<Listed>> tokens(UUID account) {
        return sql.preparedQuery("""
                select hash, label, created_at
                  from api_token
                 where account_id = $1 and revoked_at is null
                 order by created_at desc
                """)
                .mapping(ProofStore::listed)
                .execute(Tuple.of(account))
                .map(rows -> rows.stream().toList());
    }

    /** True when there was such a token of this account and it worked until now. */
    Future<Boolean> revokeToken(UUID account, String id) {
        return sql.preparedQuery("""
                update api_token
                   set revoked_at = now()
                 where account_id = $1 and encode(substring(hash from 1 for 8), 'hex') = $2 and revoked_at is null
                """).execute(Tuple.of(account, id)).map(rows -> rows.rowCount() > 0);
    }

    Future<Void> insertLink(Secret secret, UUID account, Duration lasting) {
        return sql.preparedQuery("""
                insert into staff_link (hash, account_id, until)
                values ($1, $2, now() + make_interval(secs => $3))
                """)
                .execute(Tuple.of(secret.hash(), account, (double) lasting.toSeconds()))
                .mapEmpty();
    }

    /** Whose link this is, while it works. */
    Future<Optional<Account>> byLink(Secret secret) {
        return sql.preparedQuery("""
                select a.id, a.email, a.name, a.version
                  from staff_link l
                  join account a on a.id = l.account_id and a.disabled_at is null
                 where l.hash = $1 and l.used_at is null and l.until > now()
                """)
                .mapping(AccountStore::account)
                .execute(Tuple.of(secret.hash()))
                .map(rows -> rows.stream().findFirst());
    }

    /** Uses the link up. False where it does not work, or somebody was first. */
    Future<Boolean> useLink(Secret secret) {
        return sql.preparedQuery("""
                update staff_link
                   set used_at = now()
                 where hash = $1 and used_at is null and until > now()
                """).execute(Tuple.of(secret.hash())).map(rows -> rows.rowCount() > 0);
    }

    /** Uses up whatever other links the account has. */
    Future<Void> useAllLinks(UUID account) {
        return sql.preparedQuery("update staff_link set used_at = now() where account_id = $1 and used_at is null")
                .execute(Tuple.of(account))
                .mapEmpty();
    }

    private static Listed listed(Row row) {
        var hash = row.getBuffer("hash").getBytes(0, 8);
        return new Listed(
                HexFormat.of().formatHex(hash),
                row.getString("label"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
