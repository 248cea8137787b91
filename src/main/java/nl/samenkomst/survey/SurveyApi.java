package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** What people are asked after an event and what they answered, for programs: no person, no time, no order. */
public final class SurveyApi implements Feature {

    private static final String EVENT = "/api/v1/events/:event";

    private final Pool pool;
    private final Surveys surveys;
    private final Clock clock;

    public SurveyApi(Pool pool, Surveys surveys, Clock clock) {
        this.pool = pool;
        this.surveys = surveys;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        var reading = Staff.of(EventTarget.EVENT, Role.FACILITATOR);
        site.get(EVENT + "/survey", reading, this::survey);
        site.get(EVENT + "/responses", reading, this::responses);
    }

    private Future<Reply> survey(Visit visit, Admitted<Event> one) {
        return surveys.of(pool, one.thing())
                .compose(survey -> new ResultStore(pool).invited(survey.id()).map(invited -> Reply.json(
                                json(one.thing(), survey, invited, clock.instant()))
                        .personal()));
    }

    private static JsonObject json(Event event, Survey survey, int invited, Instant now) {
        var questions = new JsonArray();
        survey.questions().forEach(asked -> questions.add(question(asked)));
        return new JsonObject()
                .put("event", event.slug())
                .put("version", survey.version())
                .put("status", survey.open(now) ? "open" : survey.closed(now) ? "closed" : "planned")
                .put("opensAt", time(event, survey.openedAt().orElseGet(event::end)))
                .put("closesAt", time(event, survey.closesAt().orElseGet(() -> Surveys.until(event))))
                .put("invited", invited)
                .put("answered", survey.received())
                .put("questions", questions);
    }

    private static String time(Event event, Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(event.zone()));
    }

    private static JsonObject question(Asked asked) {
        var choices = new JsonArray();
        asked.choices().forEach(choice -> choices.add(texts(choice)));
        return new JsonObject()
                .put("id", asked.id())
                .put("kind", asked.kind().code())
                .put("words", texts(asked.words()))
                .put("hint", texts(asked.hints()))
                .put("choices", choices);
    }

    private static JsonObject texts(Map<String, String> texts) {
        return new JsonObject(new LinkedHashMap<>(texts));
    }

    private Future<Reply> responses(Visit visit, Admitted<Event> one) {
        var paging = Paging.of(visit);
        int from = paging.after().map(SurveyApi::place).orElse(0);
        return surveys.of(pool, one.thing()).compose(survey -> Results.of(pool, survey.id(), clock.instant())
                .map(results -> Reply.json(json(results, from, paging)
                                .put("hidden", !results.any())
                                .put("answered", survey.received()))
                        .personal()));
    }

    /** The number of the first question of the part that is wanted. */
    private static int place(List<String> key) {
        if (key.size() != 1 || !key.get(0).matches("[0-9]{1,4}")) {
            throw Paging.strange();
        }
        return Integer.parseInt(key.get(0));
    }

    private static JsonObject json(Results results, int from, Paging paging) {
        var told = results.any() ? results.questions() : List.<Result>of();
        var part = told.stream().skip(from).limit(paging.limit() + 1L).toList();
        return Listed.cut(part, paging, last -> Paging.next(String.valueOf(from + paging.limit())))
                .json(SurveyApi::response);
    }

    private static JsonObject response(Result result) {
        var answers = new JsonArray();
        result.given()
                .forEach(given ->
                        answers.add(result.asked().open() ? given.value() : (Object) Integer.valueOf(given.value())));
        return new JsonObject()
                .put("version", result.version())
                .put("question", question(result.asked()))
                .put("answers", answers);
    }
}
