package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** All SQL on accounts and their memberships. Give it the pool, or the transaction to be part of. */
public record AccountStore(SqlClient sql) {

    /** An account, and what its password is judged by. */
    record Known(Account account, Optional<String> password) {}

    /** The account with this address, unless it is disabled. */
    Future<Optional<Known>> byEmail(String email) {
        return sql.preparedQuery("""
                select id, email, name, version, password
                  from account
                 where email_key = $1 and disabled_at is null
                """)
                .mapping(row -> new Known(account(row), Optional.ofNullable(row.getString("password"))))
                .execute(Tuple.of(Account.key(email)))
                .map(rows -> rows.stream().findFirst());
    }

    /** Makes the account, or finds the one that has this address and leaves it as it is. */
    Future<Account> insert(Account account) {
        return sql.preparedQuery("""
                insert into account (id, email, email_key, name, version)
                values ($1, $2, $3, $4, $5)
                on conflict (email_key) do update set email_key = excluded.email_key
                returning id, email, name, version
                """)
                .mapping(AccountStore::account)
                .execute(Tuple.of(
                        account.id(), account.email(), Account.key(account.email()), account.name(), account.version()))
                .map(rows -> rows.iterator().next());
    }

    /** Gives the role, and takes away the one they had there. True when that changed something. */
    Future<Boolean> grant(UUID account, UUID organisation, Role role) {
        return sql.preparedQuery("""
                insert into membership (account_id, organisation_id, role)
                values ($1, $2, $3)
                on conflict (account_id, organisation_id) do update set role = excluded.role
                where membership.role <> excluded.role
                """)
                .execute(Tuple.of(account, organisation, role.code()))
                .map(rows -> rows.rowCount() > 0);
    }

    /** The organisation that comes first by name among those the account belongs to. */
    Future<Optional<UUID>> firstOrganisation(UUID account) {
        return sql.preparedQuery("""
                select o.id
                  from membership m
                  join organisation o on o.id = m.organisation_id
                 where m.account_id = $1
                 order by o.name, o.slug
                 limit 1
                """)
                .mapping(row -> row.getUUID("id"))
                .execute(Tuple.of(account))
                .map(rows -> rows.stream().findFirst());
    }

    /** Sets the password; by its higher version every session begun before is over. Gives the account as it then is. */
    Future<Account> setPassword(UUID account, String hash) {
        return sql.preparedQuery("""
                update account
                   set password = $2, version = version + 1
                 where id = $1
                returning id, email, name, version
                """)
                .mapping(AccountStore::account)
                .execute(Tuple.of(account, hash))
                .map(rows -> rows.iterator().next());
    }

    /** Ends every session of the account, and gives it as it then is. */
    Future<Account> raiseVersion(UUID account) {
        return sql.preparedQuery("""
                update account
                   set version = version + 1
                 where id = $1
                returning id, email, name, version
                """)
                .mapping(AccountStore::account)
                .execute(Tuple.of(account))
                .map(rows -> rows.iterator().next());
    }

    /** Disables the account: its sessions and tokens prove nothing from now on. */
    Future<Void> disable(UUID account) {
        return sql.preparedQuery("update account set disabled_at = now(), version = version + 1 where id = $1")
                .execute(Tuple.of(account))
                .mapEmpty();
    }

    Future<Void> enable(UUID account) {
        return sql.preparedQuery("update account set disabled_at = null where id = $1")
                .execute(Tuple.of(account))
                .mapEmpty();
    }

    Future<Void> rename(UUID account, String name) {
        return sql.preparedQuery("update account set name = $2 where id = $1")
                .execute(Tuple.of(account, name))
                .mapEmpty();
    }

    /** They came in just now. */
    Future<Void> signedIn(UUID account) {
        return sql.preparedQuery("update account set signed_in_at = now() where id = $1")
                .execute(Tuple.of(account))
                .mapEmpty();
    }

    /** The account, unless it was disabled or changed since it had this version. */
    Future<Optional<Account>> atVersion(UUID account, long version) {
        return sql.preparedQuery("""
                select id, email, name, version
                  from account
                 where id = $1 and version = $2 and disabled_at is null
                """)
                .mapping(AccountStore::account)
                .execute(Tuple.of(account, version))
                .map(rows -> rows.stream().findFirst());
    }

    /** The account with what its password is judged by, unless it is disabled. */
    Future<Optional<Known>> find(UUID account) {
        return sql.preparedQuery("""
                select id, email, name, version, password
                  from account
                 where id = $1 and disabled_at is null
                """)
                .mapping(row -> new Known(account(row), Optional.ofNullable(row.getString("password"))))
                .execute(Tuple.of(account))
                .map(rows -> rows.stream().findFirst());
    }

    static Account account(Row row) {
        return new Account(row.getUUID("id"), row.getString("email"), row.getString("name"), row.getLong("version"));
    }
}
