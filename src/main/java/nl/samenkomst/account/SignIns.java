package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.kit.web.Visit;

/**
 * Begins and ends sessions, and sets passwords by one-time links.
 *
 * <p>Each way to prove who one is ends in {@link #entered}: an account in, a session or the question for a code out. A further way,
 * such as another house's sign-in (OIDC), proves the account in its own manner and ends there too.
 */
public final class SignIns {

    private static final String PURPOSE = "sign-in";
    private static final String CODE = "sign-in code";
    private static final Duration WINDOW = Duration.ofMinutes(15);
    static final Throttle.Rate PER_ACCOUNT = Throttle.Rate.of(5, WINDOW);
    static final Throttle.Rate PER_ADDRESS = Throttle.Rate.of(30, WINDOW);

    private final Pool pool;
    private final Passwords passwords;
    private final SecondSteps steps;
    private final Throttle throttle;

    public SignIns(Pool pool, Passwords passwords, SecondSteps steps, Throttle throttle) {
        this.pool = pool;
        this.passwords = passwords;
        this.steps = steps;
        this.throttle = throttle;
    }

    /** What a proof brings. */
    sealed interface Entry {

        /** They are in, by this session. */
        record Begun(Secret session) implements Entry {}

        /** They owe a code of their second step, and bring this ticket with it. */
        record Owing(String ticket) implements Entry {}
    }

    /**
     * Lets in whoever knows the password. An unknown address costs the same time and gets the same answer as a wrong password.
     *
     * @return failed with a 422, or with a 429 after too many tries
     */
    Future<Entry> begin(Visit visit, String email, String password) {
        return throttle.fromAddress(PURPOSE, visit, PER_ADDRESS)
                .compose(counted -> throttle.about(PURPOSE, Account.key(email), PER_ACCOUNT))
                .compose(counted -> proven(email, password))
                .compose(account -> throttle.forget(PURPOSE, Account.key(email)).compose(done -> entered(account)));
    }

    private Future<Account> proven(String email, String password) {
        return new AccountStore(pool).byEmail(email).compose(found -> passwords
                .fit(password, found.flatMap(AccountStore.Known::password))
                .map(fits -> found.filter(known -> fits)
                        .map(AccountStore.Known::account)
                        .orElseThrow(() -> Refusal.invalid("email", "account.wrong"))));
    }

    private Future<Entry> entered(Account account) {
        return steps.on(account.id())
                .compose(on -> on
                        ? Future.succeededFuture(new Entry.Owing(steps.ticket(account)))
                        : arrived(account).map(Entry.Begun::new));
    }

    private Future<Secret> arrived(Account account) {
        return pool.withTransaction(
                tx -> new AccountStore(tx).signedIn(account.id()).compose(done -> begun(tx, account)));
    }

    /**
     * The second step: a code, by whoever holds the ticket of the first.
     *
     * @return the new session's secret; failed with a 422 on {@code code} or on {@code ticket}, and with a 429 after too many tries
     */
    Future<Secret> finish(Visit visit, String ticket, String code) {
        var claim = steps.judge(ticket);
        if (claim.isEmpty()) {
            return Future.failedFuture(tooLate());
        }
        var whose = claim.get().account();
        return throttle.fromAddress(PURPOSE, visit, PER_ADDRESS)
                .compose(counted -> throttle.about(CODE, whose.toString(), PER_ACCOUNT))
                .compose(counted ->
                        new AccountStore(pool).atVersion(whose, claim.get().version()))
                .compose(
                        found -> steps.prove(found.orElseThrow(SignIns::tooLate).id(), code)
                                .compose(done -> arrived(found.get())));
    }

    /** A new session for the account as it is now; part of whatever proved it. */
    static Future<Secret> begun(SqlClient sql, Account account) {
        var secret = Secret.draw();
        return new ProofStore(sql)
                .beginSession(secret, account, Sessions.LASTING)
                .map(done -> secret);
    }

    Future<Void> end(Secret session) {
        return new ProofStore(pool).endSession(session);
    }

    /**
     * Sets the account's password, uses its links up, ends its sessions, and lets its owner in.
     *
     * @return failed with a 422 on {@code password}, and with a 404 when somebody used the link first
     */
    Future<Entry> setPassword(Secret link, Account account, String password) {
        return passwords
                .sound(password)
                .compose(hash -> pool.withTransaction(tx -> new ProofStore(tx)
                        .useLink(link)
                        .compose(used ->
                                used ? new ProofStore(tx).useAllLinks(account.id()) : Future.failedFuture(usedUp()))
                        .compose(done -> new AccountStore(tx).setPassword(account.id(), hash))
                        .compose(changed -> new AuditStore(tx)
                                .noteOfOwn(account.id(), "account.password")
                                .map(changed))))
                .compose(this::entered);
    }

    /** Throws away sessions and links that are long over. */
    public Future<Void> sweep() {
        return new ProofStore(pool).sweep();
    }

    static Refusal usedUp() {
        return Refusal.of(404, "link", "account.link");
    }

    private static Refusal tooLate() {
        return Refusal.invalid("ticket", "account.code.late");
    }
}
