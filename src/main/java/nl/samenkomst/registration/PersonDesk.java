package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Rule;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** One person of an event, for staff: what they told, where they stand, what was sent to them, and what can be done. */
final class PersonDesk implements Feature {

    private static final String PATH = "/organise/registrations/:id";
    private static final String NEWS = "changed|moved|cancelled|confirmed|first|swapped|link|remark|presence";
    private static final int REMARK = 2_000;

    private final Table table;

    PersonDesk(Table table) {
        this.table = table;
    }

    /** Where staff find somebody. */
    static String path(Registration one) {
        return "/organise/registrations/" + one.id();
    }

    static Rule<Staff.Admitted<Registration>> rule(Role role) {
        return Staff.of(RegistrationTarget.REGISTRATION, role);
    }

    @Override
    public void mount(Site site) {
        site.get(PATH, rule(Role.FACILITATOR), on(this::show));
        site.get(PATH + "/place", rule(Role.ORGANISER), on(this::ask));
        site.post(PATH + "/place", rule(Role.ORGANISER), on(this::carryOut));
        site.post(PATH + "/link", rule(Role.ORGANISER), on(this::link));
        site.post(PATH + "/remark", rule(Role.ORGANISER), on(this::remark));
        site.post(PATH + "/presence", rule(Role.FACILITATOR), on(this::mark));
        site.get(PATH + "/needs", rule(Role.FACILITATOR), on(this::needs));
    }

    private BiFunction<Visit, Staff.Admitted<Registration>, Future<Reply>> on(
            BiFunction<Table.Asking, Registration, Future<Reply>> work) {
        return on(table, work);
    }

    /** With the event in hand. */
    static BiFunction<Visit, Staff.Admitted<Registration>, Future<Reply>> on(
            Table table, BiFunction<Table.Asking, Registration, Future<Reply>> work) {
        return (visit, admitted) -> new EventStore(table.pool())
                .find(admitted.thing().event())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .compose(event -> work.apply(
                        new Table.Asking(visit, admitted.caller(), event),
                        table.registrations().now(admitted.thing())));
    }

    private Future<Reply> show(Table.Asking asking, Registration one) {
        var news = asking.visit()
                .query("done")
                .filter(done -> done.matches(NEWS))
                .map(done -> asking.words().say("registration.person.news." + done));
        return read(asking, one).compose(read -> {
            var shown = PersonPage.of(asking, read, news);
            return table.page(asking, shown.name(), "registration/person-page", shown);
        });
    }

    private Future<PersonPage.Read> read(Table.Asking asking, Registration one) {
        var history = new HistoryStore(table.pool());
        var view = view(asking, one);
        var letters = history.letters(
                table.letters().stream().map(prefix -> prefix + one.id()).toList());
        var noted = history.noted(one.organisation(), one.id());
        var remark = new RemarkStore(table.pool()).find(one.id());
        return Future.all(view, letters, noted, remark)
                .map(all -> new PersonPage.Read(view.result(), letters.result(), noted.result(), remark.result()));
    }

    private Future<OwnView> view(Table.Asking asking, Registration one) {
        var known = table.sources().of(asking.event());
        var before = table.registrations().before(one);
        return Future.all(known, before)
                .map(both -> new OwnView(
                        one,
                        asking.event(),
                        known.result(),
                        before.result(),
                        asking.words(),
                        asking.visit().links(),
                        table.clock().instant()));
    }

    /** Whom it would touch, before it is done. */
    private Future<Reply> ask(Table.Asking asking, Registration one) {
        return asking.visit()
                .query("deed")
                .flatMap(Deed::named)
                .map(deed -> asked(asking, one, deed, ""))
                .orElseGet(
                        () -> Future.succeededFuture(Reply.seeOther(path(one)).personal()));
    }

    private Future<Reply> asked(Table.Asking asking, Registration one, Deed deed, String reason) {
        var path = path(one) + "/place";
        var typed = deed == Deed.CONFIRM ? Optional.of(reason) : Optional.<String>empty();
        return table.deeds()
                .rehearsed(asking.event(), List.of(one.id()), deed)
                .map(effect -> DeedShown.of(
                        path, path(one), asking, deed, List.of(one), Optional.of(effect), Optional.empty(), typed))
                .recover(failure -> failure instanceof Refusal why
                        ? Future.succeededFuture(DeedShown.of(
                                path, path(one), asking, deed, List.of(one), Optional.empty(), Optional.of(why), typed))
                        : Future.failedFuture(failure))
                .compose(shown -> table.page(asking, shown.title(), "registration/person-deed", shown)
                        .map(page -> page.status(shown.refused().isPresent() ? 409 : 200)));
    }

    private Future<Reply> carryOut(Table.Asking asking, Registration one) {
        var body = asking.visit().body();
        var deed = body.text("do")
                .flatMap(Deed::named)
                .orElseThrow(() -> Refusal.of(422, "deed", "registration.people.deed"));
        var reason = CleanText.line(body.text("reason").orElse(""));
        if (reason.length() > REMARK) {
            throw Refusal.invalid("reason", "registration.form.long", REMARK);
        }
        return table.deeds()
                .carryOut(asking.caller(), one, deed, reason)
                .map(done -> back(one, news(deed)))
                .recover(failure ->
                        failure instanceof Refusal ? asked(asking, one, deed, reason) : Future.failedFuture(failure));
    }

    private static String news(Deed deed) {
        return switch (deed) {
            case CONFIRM -> "confirmed";
            case FIRST -> "first";
            case ON_SITE, ONLINE -> "moved";
            case CANCEL -> "cancelled";
        };
    }

    private Future<Reply> link(Table.Asking asking, Registration one) {
        return table.deeds().link(asking.caller(), one).map(sent -> {
            if (!sent) {
                throw Refusal.of(409, "no-address", "registration.own.noAddress");
            }
            return back(one, "link");
        });
    }

    private Future<Reply> mark(Table.Asking asking, Registration one) {
        var presence = asking.visit()
                .body()
                .text("presence")
                .filter(RegistrationPatch::presence)
                .orElseThrow(() -> Refusal.invalid("presence", "registration.api.presence"));
        return table.deeds()
                .correct(asking.caller(), one, RegistrationPatch.marking(presence), version -> {})
                .map(done -> back(one, "presence"));
    }

    private Future<Reply> remark(Table.Asking asking, Registration one) {
        var body = asking.visit().body();
        var text = CleanText.lines(body.text("remark").orElse(""));
        if (text.length() > REMARK) {
            throw Refusal.invalid("remark", "registration.form.long", REMARK);
        }
        return table.deeds()
                .remark(asking.caller(), one, text, Stale.guard(body))
                .map(done -> back(one, "remark"))
                .recover(failure ->
                        failure instanceof Stale ? bothRemarks(asking, one, text) : Future.failedFuture(failure));
    }

    /** Another wrote meanwhile: both are shown, and what was typed is kept. */
    private Future<Reply> bothRemarks(Table.Asking asking, Registration one, String typed) {
        return new RemarkStore(table.pool()).find(one.id()).compose(found -> {
            var words = asking.words();
            var theirs =
                    found.map(RemarkStore.Remark::text).orElseGet(() -> words.say("registration.person.remark.none"));
            var shown = new Stale.Shown(
                    path(one) + "/remark",
                    path(one),
                    asking.token(path(one) + "/remark"),
                    found.map(RemarkStore.Remark::version).orElse(0L),
                    List.of(new Stale.Both(words.say("registration.person.remark"), "remark", theirs, typed, true)));
            return Stale.page(table, asking, shown);
        });
    }

    /** Special data: who reads it is noted. */
    private Future<Reply> needs(Table.Asking asking, Registration one) {
        return table.note(asking, "registration.needs", one.id().toString())
                .compose(noted -> new NeedStore(table.pool()).of(one.id()))
                .compose(needs -> {
                    var words = asking.words();
                    var lines = needs.stream()
                            .map(need -> new OwnNeeds.Line(
                                    words.say(
                                            "registration.needs." + need.kind().code() + ".short"),
                                    need.text()))
                            .toList();
                    return table.page(
                            asking,
                            words.say("registration.needs.of", one.name().orElse("")),
                            "registration/person-needs",
                            new PersonNeeds(one.name().orElse(""), path(one), lines));
                });
    }

    /** What one person needs. */
    record PersonNeeds(String name, String back, List<OwnNeeds.Line> lines) {}

    static Reply back(Registration one, String news) {
        return Reply.seeOther(path(one) + "?done=" + news).personal();
    }
}
