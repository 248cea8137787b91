package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Names;
import nl.samenkomst.kit.rule.Refusal;

/** Makes accounts and their roles, one-time links and API tokens. */
public final class Accounts {

    /** How long a link works that was handed over by whoever runs the installation. */
    static final Duration LINK_WORKS = Duration.ofHours(24);

    private static final int LONGEST_TEXT = 200;
    private static final String ACCENT = "0b5c63";

    private final Pool pool;
    private final Passwords passwords;
    private final String installation;

    /** @param installation the name of the first organisation, where one has to be made */
    public Accounts(Pool pool, Passwords passwords, String installation) {
        this.pool = pool;
        this.passwords = passwords;
        this.installation = installation;
    }

    /**
     * Somebody who is to have a role.
     *
     * @param organisation its slug; empty for the only one there is
     */
    public record Newcomer(String email, String name, Role role, Optional<String> organisation) {

        public Newcomer {
            var faults = new Faults();
            if (EmailAddress.typed(email).isEmpty()) {
                faults.add("email", "account.email");
            }
            nameFault(name).ifPresent(fault -> faults.add("name", fault));
            faults.refuse();
            email = email.strip();
            name = name.strip();
        }
    }

    /**
     * Makes an account, or gives the role to the one that has this address.
     *
     * @return the path of a link by which they set their password, once, within 24 hours; failed with a {@link Refusal} on {@code
     *     organisation} when it is unknown, or not named and there are several
     */
    public Future<String> add(Newcomer newcomer) {
        var link = Secret.draw();
        return pool.withTransaction(tx -> enrolled(tx, newcomer)
                .compose(account -> new ProofStore(tx).insertLink(link, account.id(), LINK_WORKS))
                .map(done -> SetPasswordPages.path(link)));
    }

    /** The same, with a password instead of a link: for the demo data. */
    public Future<Account> addWithPassword(Newcomer newcomer, String password) {
        return pool.withTransaction(tx -> addWithPassword(tx, newcomer, password));
    }

    /** The same, as part of the transaction it is given. */
    public Future<Account> addWithPassword(SqlClient tx, Newcomer newcomer, String password) {
        return passwords.sound(password).compose(hash -> enrolled(tx, newcomer)
                .compose(account -> new AccountStore(tx).setPassword(account.id(), hash)));
    }

    private Future<Account> enrolled(SqlClient tx, Newcomer newcomer) {
        var account = new Account(UUID.randomUUID(), newcomer.email(), newcomer.name(), 1);
        return organisation(tx, newcomer.organisation())
                .compose(organisation -> new AccountStore(tx).insert(account).compose(known -> granted(
                                tx, known, organisation, newcomer.role())
                        .map(done -> known)));
    }

    private Future<Void> granted(SqlClient tx, Account account, Organisation organisation, Role role) {
        var store = new AccountStore(tx);
        var verb = "account.grant." + role.code();
        return store.grant(account.id(), organisation.id(), role)
                .compose(changed -> changed ? store.raiseVersion(account.id()) : Future.succeededFuture())
                .compose(done -> new AuditStore(tx)
                        .note(
                                organisation.id(),
                                Optional.empty(),
                                verb,
                                account.id().toString()));
    }

    private Future<Organisation> organisation(SqlClient tx, Optional<String> slug) {
        var store = new OrganisationStore(tx);
        return slug.map(named -> store.bySlug(named)
                        .map(found -> found.orElseThrow(
                                () -> Refusal.invalid("organisation", "account.organisation.unknown", named))))
                .orElseGet(() -> store.lock().compose(locked -> store.all()).compose(all -> only(store, all)));
    }

    private Future<Organisation> only(OrganisationStore store, List<Organisation> all) {
        if (all.size() > 1) {
            var slugs = all.stream().map(Organisation::slug).toList();
            return Future.failedFuture(Refusal.invalid("organisation", "account.several", String.join(", ", slugs)));
        }
        return all.isEmpty() ? store.insert(first(installation)) : Future.succeededFuture(all.get(0));
    }

    private static Organisation first(String name) {
        return new Organisation(UUID.randomUUID(), slug(name), name, List.of("nl", "en"), ACCENT, Optional.empty(), 1);
    }

    private static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var slug = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var short80 = slug.substring(0, Math.min(slug.length(), 80)).replaceAll("-$", "");
        return short80.isEmpty() ? "organisation" : short80;
    }

    /**
     * Makes an API token for the account with this address.
     *
     * @return the token, which is kept as its hash only; failed with a {@link Refusal} when nobody has the address, or they belong
     *     to no organisation
     */
    public Future<String> addToken(String email, String label) {
        if (!sound(label)) {
            return Future.failedFuture(Refusal.invalid("label", "account.label"));
        }
        var token = Secret.draw();
        return pool.withTransaction(tx -> known(tx, email)
                .compose(account -> new AccountStore(tx)
                        .firstOrganisation(account.id())
                        .map(found -> found.orElseThrow(() -> Refusal.invalid("email", "account.unknown", email)))
                        .compose(home -> made(tx, token, account.id(), home, label, Optional.empty())))
                .map(done -> token.text()));
    }

    /**
     * Makes an API token that acts for the caller.
     *
     * @return the token, in clear this once; failed with a 422 on {@code label}
     */
    Future<String> addToken(Caller caller, String label) {
        if (!sound(label)) {
            return Future.failedFuture(Refusal.invalid("label", "account.label"));
        }
        var token = Secret.draw();
        var account = caller.account().id();
        return pool.withTransaction(
                        tx -> made(tx, token, account, caller.organisation().id(), label, Optional.of(account)))
                .map(done -> token.text());
    }

    private static Future<Void> made(
            SqlClient tx, Secret token, UUID account, UUID organisation, String label, Optional<UUID> by) {
        return new TokenStore(tx)
                .insert(token, account, organisation, label.strip())
                .compose(done -> new AuditStore(tx).note(organisation, by, "token.add", TokenStore.id(token)));
    }

    /** The organisation's API tokens that work, newest first. */
    Future<List<TokenStore.Listed>> tokens(UUID organisation) {
        return new TokenStore(pool).list(organisation);
    }

    /** Ends an API token for good, on all nodes at once; false when the organisation has no such token. */
    Future<Boolean> revokeToken(Caller caller, String id) {
        return pool.withTransaction(tx -> new TokenStore(tx)
                .revoke(caller.organisation().id(), id)
                .compose(done -> done
                        ? new AuditStore(tx).note(caller, "token.revoke", id).map(true)
                        : Future.succeededFuture(false)));
    }

    private static Future<Account> known(SqlClient sql, String email) {
        return new AccountStore(sql).byEmail(email).map(found -> found.map(AccountStore.Known::account)
                .orElseThrow(() -> Refusal.invalid("email", "account.unknown", email)));
    }

    /** What is wrong with somebody's name: the key of the text that says so. */
    static Optional<String> nameFault(String name) {
        return sound(name) ? Names.fault(name) : Optional.of("account.name");
    }

    private static boolean sound(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
    }
}
