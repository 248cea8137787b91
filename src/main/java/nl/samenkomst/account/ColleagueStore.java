package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL on who belongs to an organisation. Give it the pool, or the transaction to be part of. */
record ColleagueStore(SqlClient sql) {

    /** Everyone of the organisation, by name. */
    Future<List<Colleague>> list(UUID organisation) {
        return sql.preparedQuery("""
                select a.id, a.email, a.name, m.role, a.signed_in_at, a.password is null as invited,
                       a.disabled_at is not null as disabled,
                       exists (select 1 from membership o
                                where o.account_id = a.id and o.organisation_id <> m.organisation_id) as elsewhere
                  from membership m
                  join account a on a.id = m.account_id
                 where m.organisation_id = $1
                 order by lower(a.name), a.email_key
                """)
                .mapping(ColleagueStore::colleague)
                .execute(Tuple.of(organisation))
                .map(rows -> rows.stream().toList());
    }

    /** One of them. */
    Future<Optional<Colleague>> find(UUID organisation, UUID account) {
        return sql.preparedQuery("""
                select a.id, a.email, a.name, m.role, a.signed_in_at, a.password is null as invited,
                       a.disabled_at is not null as disabled,
                       exists (select 1 from membership o
                                where o.account_id = a.id and o.organisation_id <> m.organisation_id) as elsewhere
                  from membership m
                  join account a on a.id = m.account_id
                 where m.organisation_id = $1 and a.id = $2
                """)
                .mapping(ColleagueStore::colleague)
                .execute(Tuple.of(organisation, account))
                .map(rows -> rows.stream().findFirst());
    }

    /** Holds off whoever else would change the staff, until this transaction ends: so two owners cannot unmake each other. */
    Future<Void> lock(UUID organisation) {
        return sql.preparedQuery("select id from organisation where id = $1 for no key update")
                .execute(Tuple.of(organisation))
                .mapEmpty();
    }

    /** Owners who can come in, this one left out. */
    Future<Integer> otherOwners(UUID organisation, UUID account) {
        return sql.preparedQuery("""
                select count(*)::int as n
                  from membership m
                  join account a on a.id = m.account_id
                 where m.organisation_id = $1 and m.role = 'owner' and a.id <> $2
                   and a.disabled_at is null and a.password is not null
                """)
                .execute(Tuple.of(organisation, account))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    /** Takes them off the organisation, and ends the tokens they had for it. */
    Future<Void> remove(UUID organisation, UUID account) {
        return sql.preparedQuery("""
                with ended as (
                    update api_token
                       set revoked_at = now()
                     where account_id = $2 and organisation_id = $1 and revoked_at is null)
                delete from membership
                 where account_id = $2 and organisation_id = $1
                """).execute(Tuple.of(organisation, account)).mapEmpty();
    }

    /** Whether the account with this address is disabled. */
    Future<Boolean> disabled(String email) {
        return sql.preparedQuery("select 1 from account where email_key = $1 and disabled_at is not null")
                .execute(Tuple.of(Account.key(email)))
                .map(rows -> rows.size() > 0);
    }

    private static Colleague colleague(Row row) {
        return new Colleague(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                Optional.ofNullable(row.getOffsetDateTime("signed_in_at")).map(OffsetDateTime::toInstant),
                row.getBoolean("invited"),
                row.getBoolean("disabled"),
                row.getBoolean("elsewhere"));
    }
}
