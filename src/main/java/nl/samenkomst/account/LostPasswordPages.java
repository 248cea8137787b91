package nl.samenkomst.account;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens.Age;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.kit.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** "Lost your password?" The answer is the same for every address, and comes as soon. */
public final class LostPasswordPages implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(LostPasswordPages.class);
    private static final String PATH = "/sign-in/lost";
    private static final int LONGEST_TYPED = 320;

    private final StaffLetters letters;
    private final Throttle throttle;

    public LostPasswordPages(StaffLetters letters, Throttle throttle) {
        this.letters = letters;
        this.throttle = throttle;
    }

    /**
     * The form.
     *
     * @param problem what was wrong with the last try
     */
    record Form(String email, Optional<String> problem) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, Anyone.anywhere(), visit -> Future.succeededFuture(page(visit, "", Optional.empty())));
        site.post(PATH, Anyone.anywhere(), this::ask);
    }

    private Future<Reply> ask(Visit visit) {
        var body = visit.body();
        var typed = body.text("email")
                .filter(text -> text.length() <= LONGEST_TYPED)
                .orElse("");
        var age =
                visit.site().tokens().judge(PATH, body.text("token").orElse("")).age();
        if (age == Age.FORGED || age == Age.TOO_OLD) {
            return Future.succeededFuture(again(visit, typed, "account.form"));
        }
        return EmailAddress.typed(typed)
                .map(email -> throttle.fromAddress("staff link", visit, SignIns.PER_ADDRESS)
                        .map(counted -> sent(visit, email)))
                .orElseGet(() -> Future.succeededFuture(again(visit, typed, "account.email")));
    }

    /** The letter is laid ready behind the answer's back: how long that takes must tell nobody who has an account. */
    private Reply sent(Visit visit, EmailAddress email) {
        letters.lost(email.text(), visit.language())
                .onFailure(cause -> LOG.warn("a link was not sent: {}", cause.toString()));
        return SetPasswordPages.sent(visit);
    }

    private static Reply again(Visit visit, String typed, String problem) {
        return page(visit, typed, Optional.of(visit.words().say(problem))).status(422);
    }

    private static Reply page(Visit visit, String typed, Optional<String> problem) {
        var words = visit.words();
        var title = words.say("account.lost");
        var frame = visit.site()
                .owner()
                .titled(problem.isEmpty() ? title : words.say("account.fault", title))
                .hidden();
        return Reply.page(frame, "account/lost", new Form(typed, problem)).personal();
    }
}
