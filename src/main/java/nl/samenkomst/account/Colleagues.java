package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;

/** What an owner does with the organisation's people: invites them, changes their role, takes them off. The last owner stays. */
public final class Colleagues {

    private final Pool pool;
    private final StaffLetters letters;

    public Colleagues(Pool pool, StaffLetters letters) {
        this.pool = pool;
        this.letters = letters;
    }

    /**
     * Gives somebody a role here and tells them by mail: who has no password gets a link to set one.
     *
     * @param language of the letter, a tag
     * @return failed with a 422 on {@code email} where they are here already, or cannot be invited
     */
    Future<Account> invite(Caller caller, Accounts.Newcomer newcomer, String language) {
        var organisation = caller.organisation().id();
        var fresh = new Account(UUID.randomUUID(), newcomer.email(), newcomer.name(), 1);
        return pool.withTransaction(tx -> new ColleagueStore(tx)
                .lock(organisation)
                .compose(locked -> new ColleagueStore(tx).disabled(newcomer.email()))
                .compose(disabled -> disabled ? refused("account.invite.disabled") : new AccountStore(tx).insert(fresh))
                .compose(account -> welcomed(tx, caller, account, newcomer.role(), language)));
    }

    private Future<Account> welcomed(SqlClient tx, Caller caller, Account account, Role role, String language) {
        var organisation = caller.organisation().id();
        return new ColleagueStore(tx)
                .find(organisation, account.id())
                .compose(here -> here.isPresent()
                        ? refused("account.invite.here")
                        : new AccountStore(tx).grant(account.id(), organisation, role))
                .compose(granted -> new AuditStore(tx)
                        .note(caller, "account.invite", account.id().toString()))
                .compose(noted -> letters.welcome(tx, account.id(), organisation, language))
                .map(account);
    }

    private static <T> Future<T> refused(String text) {
        return Future.failedFuture(Refusal.invalid("email", text));
    }

    /** Sends a new link to whoever let theirs lapse; a 429 after too many letters to one address. */
    Future<Void> sendLink(Caller caller, UUID account, String language) {
        return changed(
                caller,
                account,
                "account.link",
                (tx, one) -> one.disabled()
                        ? Future.failedFuture(Refusal.of(409, "disabled", "account.colleague.disabledLink"))
                        : letters.welcome(tx, account, caller.organisation().id(), language));
    }

    /** Gives them another role, which ends their sessions on all nodes. */
    Future<Void> changeRole(Caller caller, UUID account, Role role) {
        return changed(caller, account, "account.grant." + role.code(), (tx, one) -> unlessLast(
                        tx, caller, one, role != Role.OWNER)
                .compose(safe -> new AccountStore(tx)
                        .grant(account, caller.organisation().id(), role))
                .compose(granted -> new AccountStore(tx).raiseVersion(account).mapEmpty()));
    }

    /** Takes them off this organisation; their account, and what they are elsewhere, stays. */
    Future<Void> takeOff(Caller caller, UUID account) {
        return changed(caller, account, "account.remove", (tx, one) -> unlessLast(tx, caller, one, true)
                .compose(safe ->
                        new ColleagueStore(tx).remove(caller.organisation().id(), account))
                .compose(removed -> new AccountStore(tx).raiseVersion(account).mapEmpty()));
    }

    /** Lets nobody in by this account any more. Refused with a 409 where it belongs to another organisation too. */
    Future<Void> disable(Caller caller, UUID account) {
        return changed(caller, account, "account.disable", (tx, one) -> unlessLast(tx, caller, one, true)
                .compose(safe -> oursAlone(one))
                .compose(ours -> new AccountStore(tx).disable(account)));
    }

    Future<Void> enable(Caller caller, UUID account) {
        return changed(caller, account, "account.enable", (tx, one) -> oursAlone(one)
                .compose(ours -> new AccountStore(tx).enable(account)));
    }

    private Future<Void> changed(
            Caller caller, UUID account, String verb, BiFunction<SqlClient, Colleague, Future<Void>> change) {
        var organisation = caller.organisation().id();
        return pool.withTransaction(tx -> new ColleagueStore(tx)
                .lock(organisation)
                .compose(locked -> new ColleagueStore(tx).find(organisation, account))
                .compose(found -> change.apply(tx, found.orElseThrow(() -> new NotFound("account"))))
                .compose(done -> new AuditStore(tx).note(caller, verb, account.toString())));
    }

    private static Future<Void> unlessLast(SqlClient tx, Caller caller, Colleague one, boolean leaves) {
        if (one.role() != Role.OWNER || !leaves) {
            return Future.succeededFuture();
        }
        return new ColleagueStore(tx)
                .otherOwners(caller.organisation().id(), one.id())
                .compose(others -> others > 0
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(409, "last-owner", "account.lastOwner")));
    }

    private static Future<Void> oursAlone(Colleague one) {
        return one.elsewhere()
                ? Future.failedFuture(Refusal.of(409, "elsewhere", "account.elsewhere"))
                : Future.succeededFuture();
    }

    /** Somebody of the caller's organisation; anyone else is not found. */
    Future<Colleague> find(Caller caller, Optional<UUID> account) {
        return account.map(id ->
                        new ColleagueStore(pool).find(caller.organisation().id(), id))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .map(found -> found.orElseThrow(() -> new NotFound("account")));
    }
}
