package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/**
 * What people thought of one event, for its staff: how it stands with the survey, opening it in the room, and what was answered, with
 * the themes that staff give to it and the words that they put on the room's screen.
 */
public final class SurveyDesk implements Feature {

    static final String PATH = "/organise/events/:event/survey";

    private final Pool pool;
    private final Surveys surveys;
    private final Themes themes;
    private final SurveyPage page;
    private final Clock clock;

    public SurveyDesk(Pool pool, Surveys surveys, Formats formats, Clock clock) {
        this.pool = pool;
        this.surveys = surveys;
        this.themes = new Themes(pool);
        this.page = new SurveyPage(pool, surveys, formats, clock);
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        var reading = Staff.of(EventTarget.EVENT, Role.FACILITATOR);
        site.get(PATH, reading, (visit, one) -> page.show(visit, one, Optional.empty()));
        site.post(PATH + "/open", reading, this::open);
        site.post(PATH + "/answers", reading, this::act);
    }

    private Future<Reply> open(Visit visit, Admitted<Event> one) {
        var event = one.thing();
        return pool.withTransaction(tx -> surveys.open(tx, event).compose(survey -> new AuditStore(tx)
                        .note(one.caller(), "survey.open", event.id().toString())))
                .onSuccess(done -> surveys.tell(event.id()))
                .map(done -> Reply.seeOther(EventTop.Page.SURVEY.of(event) + "?done=open")
                        .personal());
    }

    /** What is done to one answer: its themes, and whether it stands on the screen. */
    private Future<Reply> act(Visit visit, Admitted<Event> one) {
        var form = visit.body();
        var answer = id(form);
        return surveys.of(pool, one.thing())
                .compose(
                        survey -> done(new Themes.On(one.caller(), survey.id(), answer, clock.instant()), survey, form))
                .map(done -> back(one.thing(), answer, form))
                .recover(failure -> Again.after(failure, answer.toString(), typed(form))
                        .compose(again -> page.show(visit, one, Optional.of(again))));
    }

    private static UUID id(Body form) {
        var text = form.text("answer").orElse("");
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFound("answer");
        }
        return UUID.fromString(text);
    }

    private Future<Void> done(Themes.On on, Survey survey, Body form) {
        var remove = form.text("remove");
        if (remove.isPresent()) {
            return themes.take(on, remove.get());
        }
        return switch (form.text("do").orElse("")) {
            case "show" -> release(on, survey, true);
            case "hide" -> release(on, survey, false);
            default -> themes.give(on, form.text("theme").orElse(""));
        };
    }

    private Future<Void> release(Themes.On on, Survey survey, boolean released) {
        return pool.withTransaction(tx -> surveys.release(tx, survey, on.answer(), released)
                        .compose(there -> there
                                ? new AuditStore(tx)
                                        .note(
                                                on.caller(),
                                                released ? "survey.release" : "survey.hide",
                                                survey.id().toString())
                                : Future.failedFuture(new NotFound("answer"))))
                .onSuccess(done -> surveys.tell(survey.event()));
    }

    private static JsonObject typed(Body form) {
        return new JsonObject()
                .put("theme", form.text("theme").orElse(""))
                .put("filter", form.text("filter").orElse(""));
    }

    /** To where they were: the same filter, the same answer. */
    private static Reply back(Event event, UUID answer, Body form) {
        var filter = form.text("filter")
                .map(theme -> "?theme=" + URLEncoder.encode(theme, StandardCharsets.UTF_8))
                .orElse(form.text("all").map(all -> "?all=yes").orElse(""));
        return Reply.seeOther(EventTop.Page.SURVEY.of(event) + filter + "#answer-" + answer)
                .personal();
    }
}
