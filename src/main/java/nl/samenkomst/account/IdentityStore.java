package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds who a session or token belongs to, in one statement per request.
 *
 * <p>Whether a session is over is asked of the database's clock, the one that all nodes share.
 */
record IdentityStore(SqlClient sql) {

    /** Who began this session; nobody once it is over, or the account was changed or disabled since. */
    Future<Optional<Identity>> bySession(Secret secret) {
        return found(Caller.Kind.SESSION, secret.hash(), """
                select a.id, a.email, a.name, a.version, m.role, o.id as organisation_id, o.slug, o.name as organisation_name,
                       o.languages, o.accent, o.contact, o.sender, o.reply_to, o.embedders, o.logo,
                       o.version as organisation_version
                  from session s
                  join account a on a.id = s.account_id and a.version = s.account_version and a.disabled_at is null
                  left join membership m on m.account_id = a.id
                  left join organisation o on o.id = m.organisation_id
                 where s.hash = $1 and s.until > now()
                 order by o.name, o.slug
                """);
    }

    /** Whose API token this is; nobody's once it was revoked, or the account disabled. Notes the day, the first time on each. */
    Future<Optional<Identity>> byToken(Secret secret) {
        return found(Caller.Kind.TOKEN, secret.hash(), """
                with used as (
                    update api_token
                       set used_on = (now() at time zone 'UTC')::date
                     where hash = $1 and revoked_at is null
                       and used_on is distinct from (now() at time zone 'UTC')::date)
                select a.id, a.email, a.name, a.version, m.role, o.id as organisation_id, o.slug, o.name as organisation_name,
                       o.languages, o.accent, o.contact, o.sender, o.reply_to, o.embedders, o.logo,
                       o.version as organisation_version
                  from api_token t
                  join account a on a.id = t.account_id and a.disabled_at is null
                  left join membership m on m.account_id = a.id
                  left join organisation o on o.id = m.organisation_id
                 where t.hash = $1 and t.revoked_at is null
                 order by o.name, o.slug
                """);
    }

    /** Where the account belongs, by the organisations' names. */
    Future<List<Membership>> memberships(UUID account) {
        return sql.preparedQuery("""
                select m.role, o.id as organisation_id, o.slug, o.name as organisation_name, o.languages, o.accent, o.contact,
                       o.sender, o.reply_to, o.embedders, o.logo, o.version as organisation_version
                  from membership m
                  join organisation o on o.id = m.organisation_id
                 where m.account_id = $1
                 order by o.name, o.slug
                """)
                .mapping(row -> new Membership(
                        OrganisationStore.organisation(row),
                        Role.of(row.getString("role")).orElseThrow()))
                .execute(Tuple.of(account))
                .map(rows -> rows.stream().toList());
    }

    private Future<Optional<Identity>> found(Caller.Kind kind, Buffer hash, String statement) {
        var proof =
                new Caller.Proof(kind, Base64.getUrlEncoder().withoutPadding().encodeToString(hash.getBytes()));
        return sql.preparedQuery(statement).execute(Tuple.of(hash)).map(rows -> identity(rows, proof));
    }

    private static Optional<Identity> identity(Iterable<Row> rows, Caller.Proof proof) {
        Optional<Account> account = Optional.empty();
        List<Membership> memberships = new ArrayList<>();
        for (var row : rows) {
            account = Optional.of(AccountStore.account(row));
            Role.of(String.valueOf(row.getString("role")))
                    .ifPresent(role -> memberships.add(new Membership(OrganisationStore.organisation(row), role)));
        }
        return account.map(someone -> new Identity(someone, memberships, proof));
    }
}
