package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * All SQL on what proves an account in a browser: sessions and one-time links. They are kept as hashes only, and end by the database's
 * clock, the one that all nodes share.
 */
record ProofStore(SqlClient sql) {

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

    /** How many sessions the account has that still prove something. */
    Future<Integer> sessions(Account account) {
        return sql.preparedQuery("""
                select count(*)::int as n
                  from session
                 where account_id = $1 and account_version = $2 and until > now()
                """)
                .execute(Tuple.of(account.id(), account.version()))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    /** Throws away sessions that are over since a day, and links since a month: until then a link's page can renew it. */
    Future<Void> sweep() {
        return sql.query("""
                with gone as (delete from staff_link where until < now() - interval '30 days')
                delete from session where until < now() - interval '1 day'
                """).execute().mapEmpty();
    }

    Future<Void> insertLink(Secret secret, UUID account, Duration lasting) {
        return sql.preparedQuery("""
                insert into staff_link (hash, account_id, until)
                values ($1, $2, now() + make_interval(secs => $3))
                """)
                .execute(Tuple.of(secret.hash(), account, (double) lasting.toSeconds()))
                .mapEmpty();
    }

    /**
     * The link's time begins anew: its letter leaves at this moment.
     *
     * @return false where it was used
     */
    Future<Boolean> startLink(Secret secret, Duration lasting) {
        return sql.preparedQuery("""
                update staff_link
                   set until = now() + make_interval(secs => $2)
                 where hash = $1 and used_at is null
                """)
                .execute(Tuple.of(secret.hash(), (double) lasting.toSeconds()))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Whose link this was, used or over as it may be. */
    Future<Optional<UUID>> byOldLink(Secret secret) {
        return sql.preparedQuery("select account_id from staff_link where hash = $1")
                .mapping(row -> row.getUUID("account_id"))
                .execute(Tuple.of(secret.hash()))
                .map(rows -> rows.stream().findFirst());
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
}
