package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.spi.SurveyQuestion.Kind;

/**
 * Changes what people are asked after one event, until the first of them answered. Who was overtaken by a colleague sees both versions,
 * and keeps what they typed.
 */
public final class QuestionsDesk implements Feature {

    private static final String PATH = SurveyDesk.PATH + "/questions";

    private final Pool pool;
    private final Surveys surveys;
    private final Formats formats;
    private final Clock clock;

    public QuestionsDesk(Pool pool, Surveys surveys, Formats formats, Clock clock) {
        this.pool = pool;
        this.surveys = surveys;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * What the page shows besides the survey itself.
     *
     * @param edited of the survey as who types saw it
     */
    private record Showing(TypedQuestions typed, long edited, List<Fault> faults, boolean stale, int status) {

        static Showing saved(Survey survey) {
            return new Showing(TypedQuestions.of(survey.questions()), survey.edited(), List.of(), false, 200);
        }
    }

    @Override
    public void mount(Site site) {
        var leading = Staff.of(EventTarget.EVENT, Role.FACILITATOR);
        site.get(PATH, leading, (visit, one) -> surveys.of(pool, one.thing())
                .compose(survey -> page(visit, one, survey, Showing.saved(survey))));
        site.post(PATH, leading, this::sent);
    }

    private Future<Reply> sent(Visit visit, Admitted<Event> one) {
        var form = visit.form();
        var typed = TypedQuestions.of(form);
        var deed = Optional.ofNullable(form.get("do")).orElse("save");
        var kind = Optional.ofNullable(form.get("kind")).orElse("");
        long edited = QuestionsForm.edited(form);
        return surveys.of(pool, one.thing()).compose(survey -> typed.pressed(deed, kind)
                .map(after -> page(visit, one, survey, new Showing(after, edited, List.of(), false, 200)))
                .orElseGet(() -> saved(visit, one, survey, typed, edited)));
    }

    private Future<Reply> saved(Visit visit, Admitted<Event> one, Survey survey, TypedQuestions typed, long edited) {
        var faults = new Faults();
        var asked = new QuestionsForm(one.caller().organisation().languages(), survey.questions()).read(typed, faults);
        if (!faults.none() && survey.changeable()) {
            return page(visit, one, survey, new Showing(typed, edited, faults.list(), false, 422));
        }
        var event = one.thing();
        return pool.withTransaction(tx -> surveys.ask(tx, event, edited, asked).compose(done -> new AuditStore(tx)
                        .note(one.caller(), "survey.questions", event.id().toString())))
                .map(done -> Reply.seeOther(EventTop.Page.SURVEY.of(event) + "?done=questions")
                        .personal())
                .recover(failure -> overtaken(visit, one, typed, failure));
    }

    /** By a colleague who saved first, or by somebody who answered. */
    private Future<Reply> overtaken(Visit visit, Admitted<Event> one, TypedQuestions typed, Throwable failure) {
        if (!(failure instanceof Refusal refusal) || refusal.status() != 409) {
            return Future.failedFuture(failure);
        }
        return surveys.of(pool, one.thing())
                .compose(survey -> page(visit, one, survey, new Showing(typed, survey.edited(), List.of(), true, 409)));
    }

    private Future<Reply> page(Visit visit, Admitted<Event> one, Survey survey, Showing showing) {
        return EventTop.read(pool, formats, one.thing(), one.caller(), visit, EventTop.Page.SURVEY, clock.instant())
                .map(head -> page(visit, one, survey, showing, head));
    }

    private static Reply page(Visit visit, Admitted<Event> one, Survey survey, Showing showing, EventTop head) {
        var words = Workspace.words(one.caller(), visit);
        var back = EventTop.Page.SURVEY.of(one.thing());
        var languages = new QuestionsForm(one.caller().organisation().languages(), List.of()).languages();
        var changeable = survey.changeable();
        var shown = new QuestionsShown(
                Workspace.top(one.caller(), visit, Workspace.Part.EVENTS),
                head,
                back,
                back + "/questions",
                one.caller().formToken(visit.links(), back + "/questions"),
                showing.edited(),
                changeable ? Optional.empty() : Optional.of(words.say("survey.questions.answered", survey.received())),
                survey.questions().stream()
                        .map(asked -> asked.in(words.locale().getLanguage()).words())
                        .toList(),
                wrong(showing.faults(), words),
                Optional.of(showing)
                        .filter(now -> now.stale() && changeable)
                        .map(now -> stale(survey, now.typed(), words)),
                changeable ? QuestionRows.of(languages, showing.faults(), words).rows(showing.typed()) : List.of(),
                kinds(words));
        var title = words.say("survey.questions.title", head.facts().title());
        var frame = Workspace.frame(one.caller(), title);
        return Reply.page(
                        showing.status() == 200 ? frame : frame.titled(words.say("frame.fault", title)),
                        "survey/desk-questions",
                        shown)
                .status(showing.status())
                .personal();
    }

    private static Optional<FormShown.Wrong> wrong(List<Fault> faults, Words words) {
        return Optional.of(faults).filter(some -> !some.isEmpty()).map(some -> FormShown.Wrong.of(some, words));
    }

    private static List<Field.Choice> kinds(Words words) {
        return Arrays.stream(Kind.values())
                .map(kind -> new Field.Choice(kind.code(), words.say("survey.kind." + kind.code()), kind == Kind.OPEN))
                .toList();
    }

    /** Both versions, question beside question. */
    private static FormShown.Stale stale(Survey survey, TypedQuestions typed, Words words) {
        var theirs = TypedQuestions.of(survey.questions()).rows();
        var yours = typed.rows();
        var differences = new ArrayList<FormShown.Difference>();
        for (int row = 0; row < Math.max(theirs.size(), yours.size()); row++) {
            var before = told(theirs, row, words);
            var now = told(yours, row, words);
            if (!before.equals(now)) {
                differences.add(new FormShown.Difference(words.say("survey.questions.number", row + 1), before, now));
            }
        }
        return new FormShown.Stale(differences);
    }

    private static String told(List<TypedQuestions.Row> rows, int at, Words words) {
        return rows.stream()
                .skip(at)
                .findFirst()
                .map(row -> Stream.concat(
                                Stream.of(words.say("survey.kind." + row.kind().code())), row.said())
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }
}
