package nl.samenkomst.account;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Links;

/** What the command line can do with accounts. Every refusal is a 422 whose faults name the option and say what to do. */
public final class AccountCommands {

    private final Accounts accounts;
    private final Links links;

    public AccountCommands(Accounts accounts, Links links) {
        this.accounts = accounts;
        this.links = links;
    }

    /**
     * Makes an account, or gives the role to a known one.
     *
     * @param role {@code owner}, {@code organiser} or {@code facilitator}
     * @param organisation its slug; empty for the only one there is
     * @return the address at which they set their password, once, within 24 hours
     */
    public Future<String> add(String email, String name, String role, Optional<String> organisation) {
        return Future.succeededFuture()
                .map(start -> new Accounts.Newcomer(email, name, known(role), organisation))
                .compose(accounts::add)
                .map(links::url);
    }

    private static Role known(String role) {
        return Role.of(role).orElseThrow(() -> Refusal.invalid("role", "account.role.unknown", role));
    }

    /** Makes an API token for the account with this address, and gives it: it is not kept in clear. */
    public Future<String> addToken(String email, String label) {
        return accounts.addToken(email, label);
    }
}
