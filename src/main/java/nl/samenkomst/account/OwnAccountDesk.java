package nl.samenkomst.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** What everyone of the staff sets for themselves: name, password, where they are signed in, and for whom they work now. */
public final class OwnAccountDesk implements Feature {

    static final String PATH = "/organise/account";

    private final OwnAccount own;

    public OwnAccountDesk(OwnAccount own) {
        this.own = own;
    }

    /**
     * The page.
     *
     * @param homes the organisations they belong to, where there are several
     */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            String email,
            String role,
            Wrong.Line name,
            Way rename,
            Wrong.Line present,
            Wrong.Line password,
            Way change,
            OwnAccount.State state,
            String secondStep,
            Way sessions,
            List<Home> homes,
            Optional<String> done,
            Optional<Wrong> wrong) {}

    /** An organisation to work for. */
    record Home(String name, String role, String href, boolean current) {}

    @Override
    public void mount(Site site) {
        var staff = Staff.in(Role.FACILITATOR);
        site.get(PATH, staff, (visit, caller) -> page(visit, caller, Optional.empty()));
        site.post(PATH, staff, this::rename);
        site.post(PATH + "/password", staff, this::changePassword);
        site.post(PATH + "/sessions", staff, this::endOtherSessions);
    }

    private Future<Reply> rename(Visit visit, Caller caller) {
        return own.rename(caller, visit.body().text("name").orElse(""))
                .map(done -> Reply.seeOther(SettingsPage.done(Setting.ACCOUNT, caller, "name"))
                        .personal())
                .recover(again(visit, caller));
    }

    private Future<Reply> changePassword(Visit visit, Caller caller) {
        var body = visit.body();
        return own.changePassword(
                        caller,
                        body.text("present").orElse(""),
                        body.text("password").orElse(""))
                .map(changed -> back(visit, caller, changed, "password"))
                .recover(again(visit, caller));
    }

    private Future<Reply> endOtherSessions(Visit visit, Caller caller) {
        return own.endOtherSessions(caller).map(changed -> back(visit, caller, changed, "sessions"));
    }

    /** To the page, with the new session's cookie. */
    static Reply back(Visit visit, Caller caller, OwnAccount.Changed<?> changed, String done) {
        return bearing(visit, changed, Reply.seeOther(SettingsPage.done(Setting.ACCOUNT, caller, done)));
    }

    static Reply bearing(Visit visit, OwnAccount.Changed<?> changed, Reply reply) {
        return changed.session()
                .map(session -> reply.with(Sessions.cookie(session, visit.links())))
                .orElse(reply)
                .personal();
    }

    private Function<Throwable, Future<Reply>> again(Visit visit, Caller caller) {
        return failure -> Wrong.answers(failure)
                ? page(visit, caller, Optional.of((Refusal) failure))
                : Future.failedFuture(failure);
    }

    private Future<Reply> page(Visit visit, Caller caller, Optional<Refusal> refusal) {
        var words = Workspace.words(caller, visit);
        var wrong = refusal.map(why -> Wrong.of(words.say("account.notDone"), why, words));
        var common = SettingsPage.of(caller, visit, Setting.ACCOUNT, "account.own", wrong);
        var name = visit.looks() ? caller.account().name() : typed(visit, caller);
        return own.state(caller.account())
                .compose(state -> own.homes(caller.account()).map(homes -> {
                    var page = new Page(
                            common.top(),
                            common.settings(),
                            caller.account().email(),
                            words.say("account.role." + caller.role().code()),
                            Wrong.line(wrong, "name", name),
                            Way.to(caller, visit, PATH),
                            Wrong.line(wrong, "present", ""),
                            Wrong.line(wrong, "password", ""),
                            Way.to(caller, visit, PATH + "/password"),
                            state,
                            SecondStepDesk.address(caller),
                            Way.to(caller, visit, PATH + "/sessions"),
                            homes.stream()
                                    .map(one -> new Home(
                                            one.organisation().name(),
                                            words.say(
                                                    "account.role." + one.role().code()),
                                            Part.TODAY.of(caller.at(one)),
                                            one.organisation()
                                                    .id()
                                                    .equals(caller.organisation()
                                                            .id())))
                                    .toList(),
                            common.done(),
                            wrong);
                    return Reply.page(common.frame(), "account/own", page)
                            .status(refusal.map(Refusal::status).orElse(200))
                            .personal();
                }));
    }

    private static String typed(Visit visit, Caller caller) {
        return visit.body().json().containsKey("name")
                ? visit.body().text("name").orElse("")
                : caller.account().name();
    }
}
