package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Who of the organisation's people works here, for its owners; and the form that invites one more. */
public final class ColleaguesDesk implements Feature {

    static final String PATH = "/organise/accounts";
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final ColleagueStore store;
    private final Colleagues colleagues;

    /** @param sql the pool */
    public ColleaguesDesk(SqlClient sql, Colleagues colleagues) {
        this.store = new ColleagueStore(sql);
        this.colleagues = colleagues;
    }

    /** The page. */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            List<Row> rows,
            Way invite,
            Wrong.Line name,
            Wrong.Line email,
            List<RoleChoice> roles,
            Optional<String> done,
            Optional<Wrong> wrong) {}

    /** Somebody, in a line of the list. */
    record Row(String href, String name, String email, String role, Mark mark, Optional<String> since) {}

    /**
     * How it stands with an account: sign and word.
     *
     * @param tone a class of the stylesheet
     */
    record Mark(String tone, String sign, String text) {

        static Mark of(Colleague one, Words words) {
            if (one.disabled()) {
                return new Mark("off", "dash", words.say("account.state.disabled"));
            }
            return one.signedInAt().isPresent()
                    ? new Mark("ok", "tick", words.say("account.state.active"))
                    : new Mark("wait", "hourglass", words.say("account.state.invited"));
        }
    }

    /** A role to choose. */
    record RoleChoice(String code, String name, String what, boolean chosen) {

        static List<RoleChoice> all(Role chosen, Words words) {
            return Arrays.stream(Role.values())
                    .map(role -> new RoleChoice(
                            role.code(),
                            words.say("account.role." + role.code()),
                            words.say("account.role." + role.code() + ".what"),
                            role == chosen))
                    .toList();
        }
    }

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.in(Role.OWNER), (visit, caller) -> page(visit, caller, Optional.empty()));
        site.post(PATH, Staff.in(Role.OWNER), this::invite);
    }

    private Future<Reply> invite(Visit visit, Caller caller) {
        return Future.succeededFuture()
                .map(start -> newcomer(visit, caller))
                .compose(one -> colleagues.invite(caller, one, language(visit, caller)))
                .map(made -> Reply.seeOther(SettingsPage.done(Setting.ACCOUNTS, caller, "invited"))
                        .personal())
                .recover(failure -> Wrong.answers(failure)
                        ? page(visit, caller, Optional.of((Refusal) failure))
                        : Future.failedFuture(failure));
    }

    private static Accounts.Newcomer newcomer(Visit visit, Caller caller) {
        return new Accounts.Newcomer(
                visit.body().text("email").orElse(""),
                visit.body().text("name").orElse(""),
                role(visit),
                Optional.of(caller.organisation().slug()));
    }

    private static Role role(Visit visit) {
        return visit.body().text("role").flatMap(Role::of).orElse(Role.ORGANISER);
    }

    /** Of letters to colleagues: the organisation's own. */
    static String language(Visit visit, Caller caller) {
        return caller.organisation().languages().stream().findFirst().orElseGet(visit::language);
    }

    private Future<Reply> page(Visit visit, Caller caller, Optional<Refusal> refusal) {
        var words = Workspace.words(caller, visit);
        var wrong = refusal.map(why -> Wrong.of(words.say("account.notInvited"), why, words));
        var common = SettingsPage.of(caller, visit, Setting.ACCOUNTS, "account.colleagues", wrong);
        return store.list(caller.organisation().id()).map(all -> {
            var page = new Page(
                    common.top(),
                    common.settings(),
                    all.stream().map(one -> row(one, caller, words)).toList(),
                    Way.to(caller, visit, PATH),
                    Wrong.line(
                            wrong,
                            "name",
                            visit.looks() ? "" : visit.body().text("name").orElse("")),
                    Wrong.line(
                            wrong,
                            "email",
                            visit.looks() ? "" : visit.body().text("email").orElse("")),
                    RoleChoice.all(visit.looks() ? Role.ORGANISER : role(visit), words),
                    common.done(),
                    wrong);
            return Reply.page(common.frame(), "account/colleagues", page)
                    .status(refusal.map(Refusal::status).orElse(200))
                    .personal();
        });
    }

    private static Row row(Colleague one, Caller caller, Words words) {
        return new Row(
                ColleagueDesk.address(caller, one.id()),
                one.name(),
                one.email(),
                words.say("account.role." + one.role().code()),
                Mark.of(one, words),
                one.signedInAt().map(when -> new Moments(words, ZONE).date(when)));
    }
}
