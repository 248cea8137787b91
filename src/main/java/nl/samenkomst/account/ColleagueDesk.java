package nl.samenkomst.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** One of the organisation's people, for its owners: their role, a new link, and the ways to let them in no more. */
public final class ColleagueDesk implements Feature {

    private static final String ONE = ColleaguesDesk.PATH + "/:account";

    private final Colleagues colleagues;

    public ColleagueDesk(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /**
     * The page.
     *
     * @param link the way to send a new link, for who has not come in yet
     * @param disable the way to disable or enable, where the account is this organisation's alone
     */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            String list,
            String name,
            String email,
            ColleaguesDesk.Mark mark,
            Optional<String> since,
            boolean self,
            boolean disabled,
            List<ColleaguesDesk.RoleChoice> roles,
            Way role,
            Optional<Way> link,
            Way remove,
            Optional<Way> disable,
            Optional<String> done,
            Optional<Wrong> wrong) {}

    static String address(Caller caller, UUID account) {
        return path(account) + "?organisation=" + caller.organisation().slug();
    }

    private static String path(UUID account) {
        return ColleaguesDesk.PATH + "/" + account;
    }

    @Override
    public void mount(Site site) {
        var owner = Staff.in(Role.OWNER);
        site.get(ONE, owner, (visit, caller) -> page(visit, caller, Optional.empty()));
        site.post(ONE + "/role", owner, this::changeRole);
        site.post(ONE + "/link", owner, this::sendLink);
        site.post(ONE + "/remove", owner, this::takeOff);
        site.post(ONE + "/disable", owner, this::disable);
        site.post(ONE + "/enable", owner, this::enable);
    }

    private Future<Reply> changeRole(Visit visit, Caller caller) {
        var role = visit.body().text("role").flatMap(Role::of);
        return role.map(chosen -> colleagues
                        .find(caller, Id.of(visit.path("account")))
                        .compose(one -> colleagues.changeRole(caller, one.id(), chosen)))
                .orElseGet(() -> colleagues
                        .find(caller, Id.of(visit.path("account")))
                        .compose(one -> Future.failedFuture(Refusal.invalid("role", "account.role.choose"))))
                .map(done -> here(visit, caller, "role"))
                .recover(failure -> again(visit, caller, failure));
    }

    private Future<Reply> sendLink(Visit visit, Caller caller) {
        return colleagues
                .find(caller, Id.of(visit.path("account")))
                .compose(one -> colleagues.sendLink(caller, one.id(), ColleaguesDesk.language(visit, caller)))
                .map(done -> here(visit, caller, "link"))
                .recover(failure -> again(visit, caller, failure));
    }

    private Future<Reply> takeOff(Visit visit, Caller caller) {
        return colleagues
                .find(caller, Id.of(visit.path("account")))
                .compose(one -> colleagues.takeOff(caller, one.id()))
                .map(done -> Reply.seeOther(SettingsPage.done(Setting.ACCOUNTS, caller, "removed"))
                        .personal())
                .recover(failure -> again(visit, caller, failure));
    }

    private Future<Reply> disable(Visit visit, Caller caller) {
        return colleagues
                .find(caller, Id.of(visit.path("account")))
                .compose(one -> colleagues.disable(caller, one.id()))
                .map(done -> here(visit, caller, "disabled"))
                .recover(failure -> again(visit, caller, failure));
    }

    private Future<Reply> enable(Visit visit, Caller caller) {
        return colleagues
                .find(caller, Id.of(visit.path("account")))
                .compose(one -> colleagues.enable(caller, one.id()))
                .map(done -> here(visit, caller, "enabled"))
                .recover(failure -> again(visit, caller, failure));
    }

    private static Reply here(Visit visit, Caller caller, String done) {
        return Reply.seeOther(address(caller, Id.of(visit.path("account")).orElseThrow()) + "&done=" + done)
                .personal();
    }

    private Future<Reply> again(Visit visit, Caller caller, Throwable failure) {
        return Wrong.answers(failure)
                ? page(visit, caller, Optional.of((Refusal) failure))
                : Future.failedFuture(failure);
    }

    private Future<Reply> page(Visit visit, Caller caller, Optional<Refusal> refusal) {
        return colleagues.find(caller, Id.of(visit.path("account"))).map(one -> {
            var words = Workspace.words(caller, visit);
            var wrong = refusal.map(why -> Wrong.of(words.say("account.notDone"), why, words));
            var common = SettingsPage.of(caller, visit, Setting.ACCOUNTS, "account.colleague", wrong);
            return Reply.page(common.frame(), "account/colleague", page(visit, caller, one, common, words))
                    .status(refusal.map(Refusal::status).orElse(200))
                    .personal();
        });
    }

    private static Page page(Visit visit, Caller caller, Colleague one, SettingsPage common, Words words) {
        var path = path(one.id());
        return new Page(
                common.top(),
                common.settings(),
                Setting.ACCOUNTS.of(caller),
                one.name(),
                one.email(),
                ColleaguesDesk.Mark.of(one, words),
                one.signedInAt().map(when -> new Moments(words, ColleaguesDesk.ZONE).date(when)),
                one.id().equals(caller.account().id()),
                one.disabled(),
                ColleaguesDesk.RoleChoice.all(one.role(), words),
                Way.to(caller, visit, path + "/role"),
                Optional.of(Way.to(caller, visit, path + "/link")).filter(way -> one.invited() && !one.disabled()),
                Way.to(caller, visit, path + "/remove"),
                Optional.of(Way.to(caller, visit, path + (one.disabled() ? "/enable" : "/disable")))
                        .filter(way -> !one.elsewhere()),
                common.done(),
                common.wrong());
    }
}
