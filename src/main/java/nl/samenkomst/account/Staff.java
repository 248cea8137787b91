package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskBars;
import nl.samenkomst.kit.web.Elsewhere;
import nl.samenkomst.kit.web.Rule;
import nl.samenkomst.kit.web.Target;
import nl.samenkomst.kit.web.Visit;

/**
 * Rules for an organisation's staff, who come with a session or an API token alike.
 *
 * <p>Who proves nothing is asked to: pages lead to the sign-in, the API answers 401. Another organisation's thing is not found. Who
 * lacks the role hears so: 403. What a session changes must come from a form of ours, see {@link Caller.Proof#formToken}.
 */
public final class Staff {

    private Staff() {}

    /** Who is asking, and what they ask about. */
    public record Admitted<T>(Caller caller, T thing) {}

    /** A thing of their own organisation, for whoever has at least this role there. */
    public static <T> Rule<Admitted<T>> of(Target<T> target, Role role) {
        return new Rule<>() {
            @Override
            public Future<Admitted<T>> admit(Visit visit, SqlClient sql) {
                return Sessions.asking(visit, sql)
                        .map(asking -> asking.orElseThrow(() -> unknown(visit)))
                        .compose(identity -> target.find(sql, visit.path(target.parameter()))
                                .map(found -> found.flatMap(thing -> identity.in(target.organisation(thing))
                                                .map(caller -> new Admitted<>(caller, thing)))
                                        .orElseThrow(() -> new NotFound(target.parameter()))))
                        .compose(admitted ->
                                allowed(admitted.caller(), role, visit, sql).map(admitted));
            }

            @Override
            public String told() {
                return "staff of " + target.parameter() + ", " + role.code();
            }
        };
    }

    /**
     * Whoever has at least this role in their organisation: for lists and for making things. Who belongs to several names one by
     * {@code ?organisation=}; a page takes the first where none is named.
     */
    public static Rule<Caller> in(Role role) {
        return new Rule<>() {
            @Override
            public Future<Caller> admit(Visit visit, SqlClient sql) {
                return Sessions.asking(visit, sql)
                        .map(asking -> asking.orElseThrow(() -> unknown(visit)))
                        .compose(identity -> allowed(chosen(identity, visit), role, visit, sql));
            }

            @Override
            public String told() {
                return "staff, " + role.code();
            }
        };
    }

    /** Whoever signed in, whether or not they belong to an organisation: for leaving. */
    static Rule<Account> anyone() {
        return new Rule<>() {
            @Override
            public Future<Account> admit(Visit visit, SqlClient sql) {
                return Sessions.asking(visit, sql)
                        .map(asking -> asking.orElseThrow(() -> unknown(visit)))
                        .map(identity -> fromOwnForm(identity, visit));
            }

            @Override
            public String told() {
                return "staff, anyone";
            }
        };
    }

    private static Account fromOwnForm(Identity identity, Visit visit) {
        requireOwnForm(identity.proof(), visit);
        return identity.account();
    }

    private static Caller chosen(Identity identity, Visit visit) {
        var named = visit.query("organisation");
        if (named.isPresent()) {
            return identity.in(named.get()).orElseThrow(() -> new NotFound("organisation"));
        }
        if (identity.memberships().isEmpty()) {
            throw lacking();
        }
        if (identity.memberships().size() > 1 && visit.api()) {
            throw Refusal.invalid("organisation", "account.several", slugs(identity));
        }
        return identity.first();
    }

    private static String slugs(Identity identity) {
        return String.join(
                ", ",
                identity.memberships().stream()
                        .map(membership -> membership.organisation().slug())
                        .toList());
    }

    private static Future<Caller> allowed(Caller caller, Role role, Visit visit, SqlClient sql) {
        if (caller.role().allows(role)) {
            requireOwnForm(caller.proof(), visit);
            visit.keep(Caller.class, caller);
            return furnished(caller, visit).map(caller);
        }
        return visit.api()
                ? Future.failedFuture(lacking())
                : furnished(caller, visit).compose(done -> OwnersOnly.answer(visit, sql, caller, role));
    }

    /** A page of the workspace has more on it than what it is about; an answer to a program or to a page that follows has not. */
    private static Future<Void> furnished(Caller caller, Visit visit) {
        return visit.api() || visit.follows()
                ? Future.succeededFuture()
                : DeskBars.read(caller.organisation().id(), visit);
    }

    /** No program sends a form, so a token needs none; a browser sends a session's cookie whoever made the form. */
    private static void requireOwnForm(Caller.Proof proof, Visit visit) {
        if (visit.looks() || proof.kind() == Caller.Kind.TOKEN) {
            return;
        }
        var sent = visit.form().get("token");
        if (sent == null || !same(sent, proof.formToken(visit.links(), visit.path()))) {
            throw Refusal.of(403, "form", "account.form");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal lacking() {
        return Refusal.of(403, "role", "account.role");
    }

    private static RuntimeException unknown(Visit visit) {
        if (visit.api()) {
            return Refusal.of(401, "token", "account.token");
        }
        return new Elsewhere(
                visit.looks()
                        ? "/sign-in?then=" + URLEncoder.encode(visit.address(), StandardCharsets.UTF_8)
                        : "/sign-in");
    }
}
