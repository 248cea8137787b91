package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.ProgrammePages;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.ProgrammeTarget;

/** Registering for several events of a programme at once, by a form or by a call: each its own registration, an answer for each. */
public final class ProgrammeEntrance implements Feature {

    private final ProgrammePages pages;
    private final ProgrammeSheet sheet;
    private final Entrance entrance;

    /** A form that came in, and all that it is judged by. */
    private record Sent(
            Visit visit,
            Programme programme,
            ProgrammeSheet.Offer offer,
            FormTokens.Judged judged,
            ProgrammeForm form) {}

    public ProgrammeEntrance(ProgrammePages pages, ProgrammeSheet sheet, Entrance entrance) {
        this.pages = pages;
        this.sheet = sheet;
        this.entrance = entrance;
    }

    @Override
    public void mount(Site site) {
        var visiting = Anyone.visiting(ProgrammeTarget.PROGRAMME);
        site.post("/programmes/:programme/registrations", visiting, this::typed);
        site.get(
                "/programmes/:programme/registrations",
                visiting,
                (visit, programme) -> Future.succeededFuture(Reply.seeOther("/programmes/" + programme.slug())));
        site.post("/api/v1/programmes/:programme/registrations", visiting, this::called);
    }

    private Future<Reply> typed(Visit visit, Programme programme) {
        if (!visit.body().typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        return sheet.offer(visit, programme).compose(offer -> judged(read(visit, programme, offer)));
    }

    private static Sent read(Visit visit, Programme programme, ProgrammeSheet.Offer offer) {
        var body = visit.body();
        var form = ProgrammeForm.read(body, offer.open(), offer.language());
        var token = body.text("token").orElse("");
        var judged = visit.site().tokens().judge(ProgrammeShown.scope(programme), token);
        Entrance.judge(judged, form.faults());
        return new Sent(visit, programme, offer, judged, form);
    }

    private Future<Reply> judged(Sent sent) {
        if (!sent.form().complete()) {
            return typedAgain(sent, 422, sent.form().wrong());
        }
        var request = Requests.typed(
                sent.judged().nonce(), sent.form().body(), sent.visit().links());
        return entered(sent.visit(), sent.form(), Optional.of(request)).compose(results -> answered(sent, results));
    }

    private Future<Reply> answered(Sent sent, List<ProgrammeDone.Result> results) {
        if (results.stream().anyMatch(result -> result.refused().equals(Optional.of(Outcome.Why.OTHER_BODY)))) {
            return typedAgain(sent, 422, List.of(Fault.of("token", "registration.form.again")));
        }
        var refused =
                results.stream().filter(result -> result.refused().isPresent()).toList();
        return refused.size() < results.size()
                ? Future.succeededFuture(ProgrammeDone.reply(sent.offer(), sent.form(), results))
                : typedAgain(
                        sent,
                        409,
                        refused.stream().map(ProgrammeEntrance::fault).toList());
    }

    private static Fault fault(ProgrammeDone.Result result) {
        return Fault.of(
                ProgrammeForm.field(result.choice().session().slug()),
                "registration.refused." + result.refused().orElseThrow().type());
    }

    private Future<Reply> typedAgain(Sent sent, int status, List<Fault> wrong) {
        var panels = sheet.again(sent.programme(), sent.offer(), sent.form(), wrong);
        return pages.shown(sent.visit(), sent.programme(), panels)
                .map(page -> page.status(status).personal());
    }

    private Future<Reply> called(Visit visit, Programme programme) {
        var body = RegisterApi.called(visit);
        var request = Requests.called(visit, body);
        return sheet.offer(visit, programme).compose(offer -> {
            var form = ProgrammeForm.read(body, offer.open(), offer.language());
            form.faults().refuse();
            return entered(visit, form, request).map(ProgrammeEntrance::created);
        });
    }

    /** All are counted before the first is let in, so that none of them is held up halfway. */
    private Future<List<ProgrammeDone.Result>> entered(
            Visit visit, ProgrammeForm form, Optional<Arrival.Request> request) {
        var counted = Future.<Void>succeededFuture();
        for (int i = 0; i < form.choices().size(); i++) {
            counted = counted.compose(before -> entrance.count(visit));
        }
        return counted.compose(all -> {
            var entering = form.choices().stream()
                    .map(choice -> entrance.enterCounted(form.arrival(entrance.newId(), choice, request))
                            .map(outcome -> new ProgrammeDone.Result(choice, outcome)))
                    .toList();
            return Future.all(entering)
                    .map(done -> entering.stream().map(Future::result).toList());
        });
    }

    /** A status per session; where none let them in, the refusal of the first. */
    private static Reply created(List<ProgrammeDone.Result> results) {
        var sessions = new JsonArray();
        results.forEach(result -> sessions.add(json(result)));
        if (results.stream().allMatch(result -> result.refused().isPresent())) {
            throw results.get(0).refused().orElseThrow().refusal();
        }
        return Reply.json(new JsonObject().put("sessions", sessions))
                .status(201)
                .with("Cache-Control", "no-store");
    }

    private static JsonObject json(ProgrammeDone.Result result) {
        var session = new JsonObject().put("event", result.choice().session().slug());
        return result.refused()
                .map(why -> session.put("status", why.type())
                        .put("attendance", result.choice().attendance().code()))
                .orElseGet(
                        () -> session.mergeIn(result.outcome().answerOrRefusal().json()));
    }
}
