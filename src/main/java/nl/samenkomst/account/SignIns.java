package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.kit.web.Visit;

/** Begins and ends sessions, and sets passwords by one-time links. */
public final class SignIns {

    private static final String PURPOSE = "sign-in";
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Throttle.Rate PER_ACCOUNT = Throttle.Rate.of(5, WINDOW);
    private static final Throttle.Rate PER_ADDRESS = Throttle.Rate.of(30, WINDOW);

    private final Pool pool;
    private final Passwords passwords;
    private final Throttle throttle;

    public SignIns(Pool pool, Passwords passwords, Throttle throttle) {
        this.pool = pool;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * Begins a session for whoever knows the password. An unknown address costs the same time and gets the same answer as a wrong
     * password.
     *
     * @return the new session's secret; failed with a 422, or with a 429 after too many tries
     */
    Future<Secret> begin(Visit visit, String email, String password) {
        return throttle.fromAddress(PURPOSE, visit, PER_ADDRESS)
                .compose(counted -> throttle.about(PURPOSE, Account.key(email), PER_ACCOUNT))
                .compose(counted -> proven(email, password))
                .compose(account -> throttle.forget(PURPOSE, Account.key(email)).compose(done -> begun(pool, account)));
    }

    private Future<Account> proven(String email, String password) {
        return new AccountStore(pool).byEmail(email).compose(found -> passwords
                .fit(password, found.flatMap(AccountStore.Known::password))
                .map(fits -> found.filter(known -> fits)
                        .map(AccountStore.Known::account)
                        .orElseThrow(() -> Refusal.invalid("email", "account.wrong"))));
    }

    private static Future<Secret> begun(SqlClient sql, Account account) {
        var secret = Secret.draw();
        return new ProofStore(sql)
                .beginSession(secret, account, Sessions.LASTING)
                .map(done -> secret);
    }

    Future<Void> end(Secret session) {
        return new ProofStore(pool).endSession(session);
    }

    /**
     * Sets the account's password, uses its links up, ends its sessions, and begins a new one.
     *
     * @return the new session's secret; failed with a 422 on {@code password}, and with a 404 when somebody used the link first
     */
    Future<Secret> setPassword(Secret link, Account account, String password) {
        return passwords
                .sound(password)
                .compose(hash -> pool.withTransaction(tx -> new ProofStore(tx)
                        .useLink(link)
                        .compose(used ->
                                used ? new ProofStore(tx).useAllLinks(account.id()) : Future.failedFuture(usedUp()))
                        .compose(done -> new AccountStore(tx).setPassword(account.id(), hash))
                        .compose(changed -> begun(tx, changed))));
    }

    /** Throws away sessions and links that are long over. */
    public Future<Void> sweep() {
        return new ProofStore(pool).sweep();
    }

    static Refusal usedUp() {
        return Refusal.of(404, "link", "account.link");
    }
}
