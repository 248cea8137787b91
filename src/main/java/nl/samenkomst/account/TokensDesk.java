package nl.samenkomst.account;

import io.vertx.core.Future;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** The organisation's API tokens, for its owners: made here, shown once, ended at once. */
public final class TokensDesk implements Feature {

    private static final String PATH = "/organise/tokens";

    private final Accounts accounts;

    public TokensDesk(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The page.
     *
     * @param fresh a token that was just made, in clear this once
     */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            List<Row> rows,
            Way make,
            Wrong.Line label,
            Optional<String> fresh,
            Optional<String> done,
            Optional<Wrong> wrong) {}

    /** A token in the list. */
    record Row(String label, String whose, String since, String used, Way revoke) {}

    @Override
    public void mount(Site site) {
        site.get(
                PATH, Staff.in(Role.OWNER), (visit, caller) -> page(visit, caller, Optional.empty(), Optional.empty()));
        site.post(PATH, Staff.in(Role.OWNER), this::make);
        site.post(PATH + "/:key/revoke", Staff.in(Role.OWNER), this::revoke);
    }

    private Future<Reply> make(Visit visit, Caller caller) {
        return accounts.addToken(caller, visit.body().text("label").orElse(""))
                .compose(token -> page(visit, caller, Optional.of(token), Optional.empty()))
                .recover(failure -> Wrong.answers(failure)
                        ? page(visit, caller, Optional.empty(), Optional.of((Refusal) failure))
                        : Future.failedFuture(failure));
    }

    private Future<Reply> revoke(Visit visit, Caller caller) {
        return accounts.revokeToken(caller, visit.path("key")).map(done -> {
            if (!done) {
                throw new NotFound("token");
            }
            return Reply.seeOther(SettingsPage.done(Setting.TOKENS, caller, "revoked"))
                    .personal();
        });
    }

    private Future<Reply> page(Visit visit, Caller caller, Optional<String> fresh, Optional<Refusal> refusal) {
        var words = Workspace.words(caller, visit);
        var wrong = refusal.map(why -> Wrong.of(words.say("account.tokens.notMade"), why, words));
        var common = SettingsPage.of(caller, visit, Setting.TOKENS, "account.tokens", wrong);
        var typed = visit.looks() || fresh.isPresent()
                ? ""
                : visit.body().text("label").orElse("");
        return accounts.tokens(caller.organisation().id()).map(all -> {
            var page = new Page(
                    common.top(),
                    common.settings(),
                    all.stream().map(one -> row(one, caller, visit, words)).toList(),
                    Way.to(caller, visit, PATH),
                    Wrong.line(wrong, "label", typed),
                    fresh,
                    common.done(),
                    wrong);
            return Reply.page(common.frame(), "account/tokens", page)
                    .status(refusal.map(Refusal::status).orElse(200))
                    .personal();
        });
    }

    private static Row row(TokenStore.Listed one, Caller caller, Visit visit, Words words) {
        return new Row(
                one.label(),
                one.whose(),
                new Moments(words, ColleaguesDesk.ZONE).date(one.createdAt()),
                one.usedOn()
                        .map(day -> new Moments(words, ZoneOffset.UTC)
                                .date(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .orElseGet(() -> words.say("account.tokens.unused")),
                Way.to(caller, visit, PATH + "/" + one.id() + "/revoke"));
    }
}
