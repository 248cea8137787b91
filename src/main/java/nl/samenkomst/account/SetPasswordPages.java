package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Answered;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens.Age;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Rule;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.kit.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Setting a password by a one-time link. Looking at the page uses nothing up; sending the form does. A link that ended, was used or
 * never was has one page, which offers to send a fresh one to the address the link went to.
 */
public final class SetPasswordPages implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(SetPasswordPages.class);

    private final SignIns signIns;
    private final StaffLetters letters;
    private final Throttle throttle;

    public SetPasswordPages(SignIns signIns, StaffLetters letters, Throttle throttle) {
        this.signIns = signIns;
        this.letters = letters;
        this.throttle = throttle;
    }

    /**
     * The form.
     *
     * @param path where it is sent to; its form token is bound to it
     * @param problem what was wrong with the last try
     */
    record Form(String name, String email, String path, Optional<String> problem) {}

    /** The page of a link that works no more. */
    record Gone(String again) {}

    /** This page has no facts of its own. */
    record Sent() {}

    static String path(Secret link) {
        return "/staff/" + link.text();
    }

    @Override
    public void mount(Site site) {
        site.get("/staff/:link", invited(), this::form);
        site.post("/staff/:link", invited(), this::set);
        site.get("/staff/:link/again", Anyone.anywhere(), visit -> Future.succeededFuture(gone(visit)));
        site.post("/staff/:link/again", Anyone.anywhere(), this::again);
    }

    /** The account whose link this is, while it works. */
    private static Rule<Account> invited() {
        return new Rule<>() {
            @Override
            public Future<Account> admit(Visit visit, SqlClient sql) {
                return new ProofStore(sql)
                        .byLink(link(visit))
                        .map(found -> found.orElseThrow(() -> new Answered(gone(visit))));
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
                .map(entry -> SignInPages.entered(visit, entry, SignInPages.HOME))
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == 422
                        ? Future.succeededFuture(typedAgain(visit, account, said(visit, refusal)))
                        : Future.failedFuture(failure));
    }

    private static Reply gone(Visit visit) {
        var again = path(link(visit)) + "/again";
        return page(visit, "account.link.title", "account/link-gone", new Gone(again))
                .status(404);
    }

    /** The letter is laid ready behind the answer's back: neither words nor time tell whether the link was ever one. */
    private Future<Reply> again(Visit visit) {
        var age = visit.site()
                .tokens()
                .judge(visit.path(), visit.body().text("token").orElse(""))
                .age();
        if (age == Age.FORGED || age == Age.TOO_OLD) {
            return Future.succeededFuture(gone(visit).status(422));
        }
        return throttle.fromAddress("staff link", visit, SignIns.PER_ADDRESS).map(counted -> {
            letters.again(link(visit), visit.language())
                    .onFailure(cause -> LOG.warn("a link was not renewed: {}", cause.toString()));
            return sent(visit);
        });
    }

    static Reply sent(Visit visit) {
        return page(visit, "account.sent.title", "account/link-sent", new Sent());
    }

    static Reply page(Visit visit, String titled, String template, Object model) {
        var frame = visit.site().owner().titled(visit.words().say(titled)).hidden();
        return Reply.page(frame, template, model).personal();
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
