package nl.samenkomst.account;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.account.SignIns.Entry;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens.Age;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Signing in, in one step or two, and out, for staff. */
public final class SignInPages implements Feature {

    static final String HOME = "/organise";
    private static final String SCOPE = "sign-in";
    private static final String CODE_SCOPE = "sign-in code";
    private static final int LONGEST_TYPED = 320;

    private final SignIns signIns;

    public SignInPages(SignIns signIns) {
        this.signIns = signIns;
    }

    /**
     * The form.
     *
     * @param then where they wanted to go
     * @param problem what was wrong with the last try
     */
    record Form(String email, String then, Optional<String> problem) {}

    /**
     * The second step.
     *
     * @param ticket of the first
     */
    record CodeForm(String ticket, String then, Optional<String> problem) {}

    @Override
    public void mount(Site site) {
        site.get("/sign-in", Anyone.anywhere(), this::form);
        site.post("/sign-in", Anyone.anywhere(), this::signIn);
        site.get("/sign-in/code", Anyone.anywhere(), this::form);
        site.post("/sign-in/code", Anyone.anywhere(), this::code);
        site.post("/sign-out", Staff.anyone(), this::signOut);
    }

    private Future<Reply> form(Visit visit) {
        return Future.succeededFuture(page(visit, new Form("", then(visit.query("then")), Optional.empty())));
    }

    private Future<Reply> signIn(Visit visit) {
        var body = visit.body();
        var email = body.text("email")
                .filter(typed -> typed.length() <= LONGEST_TYPED)
                .orElse("");
        var then = then(body.text("then"));
        if (!believed(visit, SCOPE, body.text("token"))) {
            return Future.succeededFuture(typedAgain(visit, email, then, "account.form"));
        }
        return signIns.begin(visit, email, body.text("password").orElse(""))
                .map(entry -> entered(visit, entry, then))
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == 422
                        ? Future.succeededFuture(typedAgain(visit, email, then, "account.wrong"))
                        : Future.failedFuture(failure));
    }

    /** In, or on to the second step. */
    static Reply entered(Visit visit, Entry entry, String then) {
        return entry instanceof Entry.Begun begun
                ? in(visit, begun.session(), then)
                : codePage(visit, new CodeForm(((Entry.Owing) entry).ticket(), then, Optional.empty()));
    }

    private static Reply in(Visit visit, Secret session, String then) {
        return Reply.seeOther(then)
                .with(Sessions.cookie(session, visit.links()))
                .personal();
    }

    private Future<Reply> code(Visit visit) {
        var body = visit.body();
        var ticket = body.text("ticket").orElse("");
        var then = then(body.text("then"));
        if (!believed(visit, CODE_SCOPE, body.text("token"))) {
            return Future.succeededFuture(codeAgain(visit, ticket, then, "account.form"));
        }
        return signIns.finish(visit, ticket, body.text("code").orElse(""))
                .map(session -> in(visit, session, then))
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == 422
                        ? Future.succeededFuture(refused(visit, ticket, then, refusal))
                        : Future.failedFuture(failure));
    }

    /** Who was too long about it begins anew. */
    private static Reply refused(Visit visit, String ticket, String then, Refusal refusal) {
        var fault = refusal.faults().get(0);
        return fault.field().equals("ticket")
                ? typedAgain(visit, "", then, fault.text())
                : codeAgain(visit, ticket, then, fault.text());
    }

    private static Reply codeAgain(Visit visit, String ticket, String then, String problem) {
        return codePage(
                        visit,
                        new CodeForm(ticket, then, Optional.of(visit.words().say(problem))))
                .status(422);
    }

    private static Reply codePage(Visit visit, CodeForm form) {
        return page(visit, "account.code", form.problem(), "account/code", form);
    }

    /** A password manager types faster than people do, so a young form is as good as an older one. */
    private static boolean believed(Visit visit, String scope, Optional<String> token) {
        return token.map(sent -> visit.site().tokens().judge(scope, sent).age())
                .filter(age -> age == Age.GOOD || age == Age.TOO_YOUNG)
                .isPresent();
    }

    private static Reply typedAgain(Visit visit, String email, String then, String problem) {
        return page(visit, new Form(email, then, Optional.of(visit.words().say(problem))))
                .status(422);
    }

    private static Reply page(Visit visit, Form form) {
        return page(visit, "account.signIn", form.problem(), "account/sign-in", form);
    }

    private static Reply page(Visit visit, String titled, Optional<String> problem, String template, Object model) {
        var words = visit.words();
        var title = words.say(titled);
        var frame = visit.site()
                .owner()
                .titled(problem.isEmpty() ? title : words.say("account.fault", title))
                .hidden();
        return Reply.page(frame, template, model).personal();
    }

    private static String then(Optional<String> asked) {
        return asked.filter(Reply::own).orElse(HOME);
    }

    private Future<Reply> signOut(Visit visit, Account account) {
        return Sessions.of(visit)
                .map(signIns::end)
                .orElseGet(Future::succeededFuture)
                .map(done -> Reply.seeOther("/").with(Sessions.gone(visit.links())));
    }
}
