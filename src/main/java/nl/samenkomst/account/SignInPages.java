package nl.samenkomst.account;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens.Age;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Signing in and out, for staff. */
public final class SignInPages implements Feature {

    static final String HOME = "/organise";
    private static final String SCOPE = "sign-in";
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

    @Override
    public void mount(Site site) {
        site.get("/sign-in", Anyone.anywhere(), this::form);
        site.post("/sign-in", Anyone.anywhere(), this::signIn);
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
        if (!believed(visit, body.text("token"))) {
            return Future.succeededFuture(typedAgain(visit, email, then, "account.form"));
        }
        return signIns.begin(visit, email, body.text("password").orElse(""))
                .map(session -> Reply.seeOther(then)
                        .with(Sessions.cookie(session, visit.links()))
                        .personal())
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == 422
                        ? Future.succeededFuture(typedAgain(visit, email, then, "account.wrong"))
                        : Future.failedFuture(failure));
    }

    /** A password manager types faster than people do, so a young form is as good as an older one. */
    private static boolean believed(Visit visit, Optional<String> token) {
        return token.map(sent -> visit.site().tokens().judge(SCOPE, sent).age())
                .filter(age -> age == Age.GOOD || age == Age.TOO_YOUNG)
                .isPresent();
    }

    private static Reply typedAgain(Visit visit, String email, String then, String problem) {
        return page(visit, new Form(email, then, Optional.of(visit.words().say(problem))))
                .status(422);
    }

    private static Reply page(Visit visit, Form form) {
        var words = visit.words();
        var title = words.say("account.signIn");
        var frame = visit.site()
                .owner()
                .titled(form.problem().isEmpty() ? title : words.say("account.fault", title))
                .hidden();
        return Reply.page(frame, "account/sign-in", form).personal();
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
