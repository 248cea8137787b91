package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesTarget;
import nl.samenkomst.registration.By;

/** Who comes to every date of a series, for its staff: the list, and somebody added, paused, back or stopped. */
public final class MembersDesk implements Feature {

    private static final String PATH = SeriesTop.PATH + "/:series/members";

    private final Pool pool;
    private final SeriesPages pages;
    private final Members members;
    private final Clock clock;

    public MembersDesk(Pool pool, SeriesPages pages, Members members, Clock clock) {
        this.pool = pool;
        this.pages = pages;
        this.members = members;
        this.clock = clock;
    }

    /** @param sheet the form to add somebody; empty for who only looks */
    record MemberList(
            DeskTop top,
            SeriesTop head,
            List<Fault> wrong,
            List<DeskForm.Item> items,
            List<Row> rows,
            Optional<String> next,
            Optional<MemberSheet> sheet,
            String action,
            String token) {}

    /** @param deeds what can be done, by buttons */
    record Row(String name, String email, String way, String status, String tone, String sign, List<Deed> deeds) {}

    record Deed(String action, String token, String name) {}

    @Override
    public void mount(Site site) {
        var planning = Staff.of(SeriesTarget.SERIES, Role.ORGANISER);
        site.get(
                PATH,
                Staff.of(SeriesTarget.SERIES, Role.FACILITATOR),
                (visit, one) -> list(visit, one, Optional.empty()));
        site.post(PATH, planning, this::add);
        deed(site, "pause", one -> members.pause(one, Member.FOREVER, false, By.ORGANISER));
        deed(site, "resume", one -> members.resume(one));
        deed(site, "stop", one -> members.stop(one, false, By.ORGANISER));
    }

    private void deed(Site site, String deed, Function<Member, Future<Void>> step) {
        site.post(PATH + "/:member/" + deed, Staff.of(SeriesTarget.SERIES, Role.ORGANISER), (visit, one) -> member(
                        visit, one.thing())
                .compose(step)
                .compose(done -> new AuditStore(pool).note(one.caller(), "member." + deed, visit.path("member")))
                .map(noted ->
                        Reply.seeOther(SeriesTop.Page.MEMBERS.of(one.thing())).personal()));
    }

    private Future<Member> member(Visit visit, Series series) {
        return Id.of(visit.path("member"))
                .map(id -> new MemberStore(pool).find(id))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .map(found -> found.filter(one -> one.series().equals(series.id()))
                        .orElseThrow(() -> new NotFound("member")));
    }

    private Future<Reply> list(Visit visit, Admitted<Series> admitted, Optional<MemberForm> typed) {
        var series = admitted.thing();
        var found = new MemberStore(pool).list(series.id(), Paging.of(visit));
        var housed = pages.housed(series);
        return Future.all(found, housed).map(both -> {
            var words = Workspace.words(admitted.caller(), visit);
            var sheet = Optional.of(MemberSheet.of(series, pages.person(series, housed.result()), typed, words))
                    .filter(form -> admitted.caller().role().allows(Role.ORGANISER));
            return page(
                    visit,
                    admitted,
                    found.result(),
                    sheet,
                    typed.map(MemberForm::wrong).orElse(List.of()),
                    words);
        });
    }

    private Reply page(
            Visit visit,
            Admitted<Series> admitted,
            Listed<Member> found,
            Optional<MemberSheet> sheet,
            List<Fault> wrong,
            Words words) {
        var caller = admitted.caller();
        var action = SeriesTop.Page.MEMBERS.of(admitted.thing());
        var shown = new MemberList(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                SeriesTop.of(admitted.thing(), caller, visit, SeriesTop.Page.MEMBERS),
                wrong,
                new DeskForm(
                                words,
                                visit.looks()
                                        ? new io.vertx.core.json.JsonObject()
                                        : visit.body().json(),
                                wrong)
                        .items(),
                found.items().stream()
                        .map(one -> row(visit, admitted, one, words))
                        .toList(),
                found.next().map(after -> action + "?after=" + after),
                sheet,
                action,
                caller.formToken(visit.links(), action));
        var title = words.say("series.members.title", admitted.thing().title());
        var page = Reply.page(
                        Workspace.frame(caller, wrong.isEmpty() ? title : words.say("frame.fault", title)),
                        "series/desk-members",
                        shown)
                .personal();
        return wrong.isEmpty() ? page : page.status(422);
    }

    private Row row(Visit visit, Admitted<Series> admitted, Member one, Words words) {
        var state = one.state(clock.instant());
        var deeds = state == Member.State.PAUSED ? List.of("resume", "stop") : List.of("pause", "stop");
        var base = SeriesTop.Page.MEMBERS.of(admitted.thing()) + "/" + one.id() + "/";
        var caller = admitted.caller();
        return new Row(
                one.name().orElse(""),
                one.email().orElse(""),
                words.say("series.form.attendance." + one.attendance().code()),
                words.say("series.member." + state.name().toLowerCase(Locale.ROOT)),
                state == Member.State.ACTIVE ? "ok" : "off",
                state == Member.State.ACTIVE ? "done" : "dash",
                caller.role().allows(Role.ORGANISER)
                        ? deeds.stream()
                                .map(deed -> new Deed(
                                        base + deed,
                                        caller.formToken(visit.links(), base + deed),
                                        words.say("series.member." + deed)))
                                .toList()
                        : List.of());
    }

    private Future<Reply> add(Visit visit, Admitted<Series> admitted) {
        var series = admitted.thing();
        return pages.housed(series).compose(housed -> {
            var language = visit.language(housed.organisation().languages());
            var form = MemberForm.read(visit.body(), series, pages.person(series, housed), language);
            return form.complete()
                    ? pool.withTransaction(tx -> added(tx, admitted, form))
                            .onSuccess(done -> members.joined(series))
                            .map(done -> Reply.seeOther(SeriesTop.Page.MEMBERS.of(series))
                                    .personal())
                    : list(visit, admitted, Optional.of(form));
        });
    }

    private Future<Void> added(SqlClient tx, Admitted<Series> admitted, MemberForm form) {
        return members.join(tx, form.member(admitted.thing(), clock.instant()), false, Optional.empty())
                .compose(one -> new AuditStore(tx)
                        .note(admitted.caller(), "member.add", one.id().toString()));
    }
}
