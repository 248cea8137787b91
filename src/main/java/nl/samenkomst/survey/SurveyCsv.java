package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Csv;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.survey.Steps.Step;

/** What people answered, as a table to take along: an answer a row, in an order of chance, from five people on. */
public final class SurveyCsv implements Feature {

    private final Pool pool;
    private final Surveys surveys;
    private final Clock clock;

    public SurveyCsv(Pool pool, Surveys surveys, Clock clock) {
        this.pool = pool;
        this.surveys = surveys;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get(SurveyDesk.PATH + ".csv", Staff.of(EventTarget.EVENT, Role.ORGANISER), this::export);
    }

    /** Who takes it out is noted before a byte leaves. */
    private Future<Reply> export(Visit visit, Admitted<Event> one) {
        var event = one.thing();
        return surveys.of(pool, event)
                .compose(survey -> Results.of(pool, survey.id(), clock.instant()))
                .map(SurveyCsv::enough)
                .compose(results -> new AuditStore(pool)
                        .note(one.caller(), "survey.export", event.id().toString())
                        .map(results))
                .map(results -> rows(results, Workspace.words(one.caller(), visit)))
                .map(csv -> Reply.bytes(Csv.TYPE, csv.bytes())
                        .with("Content-Disposition", "attachment; filename=\"" + event.slug() + "-survey.csv\"")
                        .personal());
    }

    private static Results enough(Results results) {
        if (!results.any()) {
            throw Refusal.of(409, "few", "survey.csv.few", Survey.LEAST);
        }
        return results;
    }

    private static Csv rows(Results results, Words words) {
        var csv = new Csv();
        csv.row(List.of(
                words.say("survey.csv.question"), words.say("survey.results.answer"), words.say("survey.csv.way")));
        for (var result : results.questions()) {
            var question = result.asked().in(words.locale().getLanguage()).words();
            var labels = Steps.of(result.asked(), words).stream().collect(Collectors.toMap(Step::value, Step::label));
            result.given().forEach(given -> csv.row(List.of(question, said(given, result, labels), way(given, words))));
        }
        return csv;
    }

    /** A mark stays a number, so that a spreadsheet can count with it. */
    private static String said(Result.Given given, Result result, Map<String, String> labels) {
        return result.score().isPresent() ? given.value() : labels.getOrDefault(given.value(), given.value());
    }

    private static String way(Result.Given given, Words words) {
        return given.way().map(way -> words.say("survey.csv." + way.code())).orElse("");
    }
}
