package nl.samenkomst.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.QrSquare;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Where somebody of the staff turns their second step on or off. Its secret and recovery codes are shown once. */
public final class SecondStepDesk implements Feature {

    private static final String PATH = OwnAccountDesk.PATH + "/second-step";

    private final OwnAccount own;

    public SecondStepDesk(OwnAccount own) {
        this.own = own;
    }

    /**
     * The page.
     *
     * @param offered the secret to take over; none where the second step is on
     * @param codes how many recovery codes are left
     */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            String account,
            Optional<Offer> offered,
            int codes,
            Wrong.Line password,
            Way off,
            Optional<Wrong> wrong) {}

    /** A secret to take over by an app. */
    record Offer(SecondSteps.Offered secret, QrSquare square, Wrong.Line code, Way on) {}

    /** It is on, and these are the codes for who loses the phone. */
    record Done(DeskTop top, List<DeskTop.Tab> settings, String account, List<String> codes) {}

    static String address(Caller caller) {
        return PATH + "?organisation=" + caller.organisation().slug();
    }

    @Override
    public void mount(Site site) {
        var staff = Staff.in(Role.FACILITATOR);
        site.get(PATH, staff, (visit, caller) -> page(visit, caller, Optional.empty()));
        site.post(PATH, staff, this::turnOn);
        site.post(PATH + "/off", staff, this::turnOff);
    }

    private Future<Reply> turnOn(Visit visit, Caller caller) {
        var body = visit.body();
        return own.turnOn(
                        caller,
                        body.text("secret").orElse(""),
                        body.text("code").orElse(""))
                .map(changed -> done(visit, caller, changed))
                .recover(failure -> again(visit, caller, failure));
    }

    private static Reply done(Visit visit, Caller caller, OwnAccount.Changed<RecoveryCodes> changed) {
        var common = SettingsPage.of(caller, visit, Setting.ACCOUNT, "account.step.done", Optional.empty());
        var done = new Done(
                common.top(),
                common.settings(),
                Setting.ACCOUNT.of(caller),
                changed.result().codes());
        return OwnAccountDesk.bearing(visit, changed, Reply.page(common.frame(), "account/second-step-done", done));
    }

    private Future<Reply> turnOff(Visit visit, Caller caller) {
        return own.turnOff(caller, visit.body().text("password").orElse(""))
                .map(changed -> OwnAccountDesk.back(visit, caller, changed, "step-off"))
                .recover(failure -> again(visit, caller, failure));
    }

    private Future<Reply> again(Visit visit, Caller caller, Throwable failure) {
        return Wrong.answers(failure)
                ? page(visit, caller, Optional.of((Refusal) failure))
                : Future.failedFuture(failure);
    }

    private Future<Reply> page(Visit visit, Caller caller, Optional<Refusal> refusal) {
        var words = Workspace.words(caller, visit);
        var wrong = refusal.map(why -> Wrong.of(words.say("account.notDone"), why, words));
        var common = SettingsPage.of(caller, visit, Setting.ACCOUNT, "account.step", wrong);
        return own.state(caller.account()).map(state -> {
            var offered = state.secondStep() ? Optional.<Offer>empty() : Optional.of(offer(visit, caller, wrong));
            var page = new Page(
                    common.top(),
                    common.settings(),
                    Setting.ACCOUNT.of(caller),
                    offered,
                    state.codes(),
                    Wrong.line(wrong, "password", ""),
                    Way.to(caller, visit, PATH + "/off"),
                    wrong);
            return Reply.page(common.frame(), "account/second-step", page)
                    .status(refusal.map(Refusal::status).orElse(200))
                    .personal();
        });
    }

    /** The same secret again where a form brought one, so that a slip costs no second scan. */
    private Offer offer(Visit visit, Caller caller, Optional<Wrong> wrong) {
        var before = visit.looks() ? Optional.<String>empty() : visit.body().text("secret");
        var secret = own.offer(caller.account(), visit.site().owner().owner(), before);
        return new Offer(secret, QrSquare.of(secret.uri()), Wrong.line(wrong, "code", ""), Way.to(caller, visit, PATH));
    }
}
