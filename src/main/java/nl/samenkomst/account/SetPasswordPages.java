package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens.Age;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Rule;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Setting a password by a one-time link. Looking at the page uses nothing up; sending the form does. */
public final class SetPasswordPages implements Feature {

    private final SignIns signIns;

    public SetPasswordPages(SignIns signIns) {
        this.signIns = signIns;
    }

    /**
     * The form.
     *
     * @param path where it is sent to; its form token is bound to it
     * @param problem what was wrong with the last try
     */
    record Form(String name, String email, String path, Optional<String> problem) {}

    static String path(Secret link) {
        return "/staff/" + link.text();
    }

    @Override
    public void mount(Site site) {
        site.get("/staff/:link", invited(), this::form);
        site.post("/staff/:link", invited(), this::set);
    }

    /** The account whose link this is, while it works. */
    private static Rule<Account> invited() {
        return new Rule<>() {
            @Override
            public Future<Account> admit(Visit visit, SqlClient sql) {
                return new ProofStore(sql).byLink(link(visit)).map(found -> found.orElseThrow(SignIns::usedUp));
            }

            @Override
            public String told() {
                return "holder of a one-time link";
            }
        };
    }

    private static Secret link(Visit visit) {
        return new Secret(visit.path("link"));
    }

    private Future<Reply> form(Visit visit, Account account) {
        return Future.succeededFuture(page(visit, account, Optional.empty()));
    }

    private Future<Reply> set(Visit visit, Account account) {
        var body = visit.body();
        var token = body.text("token").orElse("");
        var age = visit.site().tokens().judge(visit.path(), token).age();
        if (age == Age.FORGED || age == Age.TOO_OLD) {
            return Future.succeededFuture(
                    typedAgain(visit, account, visit.words().say("account.form")));
        }
        return signIns.setPassword(link(visit), account, body.text("password").orElse(""))
                .map(session -> Reply.seeOther(SignInPages.HOME)
                        .with(Sessions.cookie(session, visit.links()))
                        .personal())
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == 422
                        ? Future.succeededFuture(typedAgain(visit, account, said(visit, refusal)))
                        : Future.failedFuture(failure));
    }

    private static String said(Visit visit, Refusal refusal) {
        var fault = refusal.faults().get(0);
        return visit.words().say(fault.text(), fault.values());
    }

    private static Reply typedAgain(Visit visit, Account account, String problem) {
        return page(visit, account, Optional.of(problem)).status(422);
    }

    private static Reply page(Visit visit, Account account, Optional<String> problem) {
        var words = visit.words();
        var title = words.say("account.setPassword");
        var frame = visit.site()
                .owner()
                .titled(problem.isEmpty() ? title : words.say("account.fault", title))
                .hidden();
        return Reply.page(
                        frame, "account/set-password", new Form(account.name(), account.email(), visit.path(), problem))
                .personal();
    }
}
