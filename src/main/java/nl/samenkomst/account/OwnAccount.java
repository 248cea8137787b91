package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Throttle;

/**
 * What somebody of the staff changes about themselves. Whatever concerns signing in ends their sessions everywhere, and begins a new
 * one for the browser that asked.
 */
public final class OwnAccount {

    private static final String PURPOSE = "own password";

    private final Pool pool;
    private final Passwords passwords;
    private final SecondSteps steps;
    private final Throttle throttle;

    public OwnAccount(Pool pool, Passwords passwords, SecondSteps steps, Throttle throttle) {
        this.pool = pool;
        this.passwords = passwords;
        this.steps = steps;
        this.throttle = throttle;
    }

    /**
     * What the page tells.
     *
     * @param sessions in how many places they are signed in
     * @param codes recovery codes left
     */
    record State(int sessions, boolean secondStep, int codes) {}

    /**
     * What came of a change.
     *
     * @param session the new session; none for a program, which has no use for it
     */
    record Changed<T>(T result, Optional<Secret> session) {}

    Future<State> state(Account account) {
        var sessions = new ProofStore(pool).sessions(account);
        var on = steps.on(account.id());
        var codes = steps.codesLeft(account.id());
        return Future.all(sessions, on, codes).map(all -> new State(sessions.result(), on.result(), codes.result()));
    }

    /** Where they belong, by the organisations' names. */
    Future<List<Membership>> homes(Account account) {
        return new IdentityStore(pool).memberships(account.id());
    }

    SecondSteps.Offered offer(Account account, String issuer, Optional<String> sealed) {
        return sealed.map(before -> steps.offerAgain(account, issuer, before))
                .orElseGet(() -> steps.offer(account, issuer));
    }

    /** Fails with a 422 on {@code name}. */
    Future<Void> rename(Caller caller, String name) {
        var fault = Accounts.nameFault(name);
        if (fault.isPresent()) {
            return Future.failedFuture(Refusal.invalid("name", fault.get()));
        }
        var account = caller.account().id();
        return pool.withTransaction(
                tx -> new AccountStore(tx).rename(account, name.strip()).compose(done -> new AuditStore(tx)
                        .noteOfOwn(account, "account.rename")));
    }

    /** Fails with a 422 on {@code present} or {@code password}, and with a 429 after too many tries. */
    Future<Changed<Void>> changePassword(Caller caller, String present, String password) {
        return believed(caller, present, "present")
                .compose(sure -> passwords.sound(password))
                .compose(hash -> change(caller, "account.password", tx -> new ProofStore(tx)
                        .useAllLinks(caller.account().id())
                        .compose(done -> new AccountStore(tx)
                                .setPassword(caller.account().id(), hash))
                        .mapEmpty()));
    }

    Future<Changed<Void>> endOtherSessions(Caller caller) {
        return change(caller, "account.sessions", tx -> Future.succeededFuture());
    }

    /** Fails with a 422 on {@code code}, with a 409 where it is on already. */
    Future<Changed<RecoveryCodes>> turnOn(Caller caller, String sealed, String code) {
        return change(caller, "account.second-step-on", tx -> steps.turnOn(tx, caller.account(), sealed, code));
    }

    /** Fails with a 422 on {@code password}. */
    Future<Changed<Void>> turnOff(Caller caller, String password) {
        return believed(caller, password, "password")
                .compose(sure -> change(
                        caller,
                        "account.second-step-off",
                        tx -> steps.turnOff(tx, caller.account().id())));
    }

    /** What is done, in a transaction that ends every session but the one it begins. */
    private <T> Future<Changed<T>> change(Caller caller, String verb, Deed<T> deed) {
        var account = caller.account().id();
        return pool.withTransaction(tx -> deed.in(tx).compose(result -> new AuditStore(tx)
                .noteOfOwn(account, verb)
                .compose(noted -> session(tx, caller, account))
                .map(session -> new Changed<>(result, session))));
    }

    /** A change within a transaction. */
    private interface Deed<T> {
        Future<T> in(SqlClient tx);
    }

    private static Future<Optional<Secret>> session(SqlClient tx, Caller caller, UUID account) {
        return new AccountStore(tx)
                .raiseVersion(account)
                .compose(anew -> caller.proof().kind() == Caller.Kind.SESSION
                        ? SignIns.begun(tx, anew).map(Optional::of)
                        : Future.succeededFuture(Optional.empty()));
    }

    private Future<Void> believed(Caller caller, String password, String field) {
        var account = caller.account().id();
        return throttle.about(PURPOSE, account.toString(), SignIns.PER_ACCOUNT)
                .compose(counted -> new AccountStore(pool).find(account))
                .compose(found -> passwords.fit(password, found.flatMap(AccountStore.Known::password)))
                .compose(fits -> fits
                        ? throttle.forget(PURPOSE, account.toString())
                        : Future.failedFuture(Refusal.invalid(field, "account.present.wrong")));
    }
}
