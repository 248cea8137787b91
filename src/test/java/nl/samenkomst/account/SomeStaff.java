package nl.samenkomst.account;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Organisations and staff for tests, with what proves them. */
public record SomeStaff(Pool pool) {

    /** An organisation called after its slug. */
    public Organisation organisation(String slug) {
        return await(new OrganisationStore(pool)
                .insert(new Organisation(
                        UUID.randomUUID(), slug, slug, List.of("nl", "en"), "0b5c63", Optional.empty(), 1)));
    }

    /** Somebody with this role; their address is {@code <role>-<some number>@<slug>.example}. */
    public Account member(Organisation organisation, Role role) {
        var email = role.code() + "-" + UUID.randomUUID() + "@" + organisation.slug() + ".example";
        var account = await(new AccountStore(pool).insert(new Account(UUID.randomUUID(), email, "Ada", 1)));
        join(account, organisation, role);
        return account;
    }

    public void join(Account account, Organisation organisation, Role role) {
        await(new AccountStore(pool).grant(account.id(), organisation.id(), role));
    }

    /** A new API token. */
    public String token(Account account) {
        var secret = Secret.draw();
        var home = await(new AccountStore(pool).firstOrganisation(account.id())).orElseThrow();
        await(new TokenStore(pool).insert(secret, account.id(), home, "test"));
        return secret.text();
    }

    /** What the path of a new API token of theirs names. */
    public String tokenKey(Account account) {
        return TokenStore.id(new Secret(token(account)));
    }

    /** The cookie of a new session, as a browser on loopback sends it. */
    public String session(Account account) {
        var secret = Secret.draw();
        await(new ProofStore(pool).beginSession(secret, account, Sessions.LASTING));
        return "session=" + secret.text();
    }

    /** The header by which a token is sent. */
    public String bearer(Organisation organisation, Role role) {
        return "Bearer " + token(member(organisation, role));
    }
}
