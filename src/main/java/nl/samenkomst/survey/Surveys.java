package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.spi.EventFormat;

/** What staff do with a survey: change its questions until the first answer, open it in the room, put words on the screen. */
public final class Surveys {

    private final Formats formats;
    private final Languages languages;
    private final Clock clock;
    private final Consumer<UUID> changed;
    private final Ids ids;

    /** @param changed told, after the commit, that open pages about this event should read themselves again */
    public Surveys(Formats formats, Languages languages, Clock clock, Consumer<UUID> changed) {
        this.formats = formats;
        this.languages = languages;
        this.clock = clock;
        this.changed = changed;
        this.ids = new Ids(clock);
    }

    /** The event's survey; while nothing is kept of it, as it will be. */
    public Future<Survey> of(SqlClient sql, Event event) {
        return new SurveyStore(sql)
                .ofEvent(event.id())
                .map(found -> found.orElseGet(() -> Survey.planned(ids.timed(), event, usual(event))));
    }

    /** The questions of the event's format, else those that fit any gathering. */
    public List<Asked> usual(Event event) {
        var own = formats.find(event.format()).map(this::own).orElse(List.of());
        return own.isEmpty() ? UsualQuestions.asked(languages) : own;
    }

    private List<Asked> own(EventFormat format) {
        return Asked.of(format::survey);
    }

    /**
     * Asks these questions instead. The earlier ones are kept.
     *
     * @param edited of the survey as staff saw it
     * @return the survey as it is then; fails with a refusal (409): {@code stale} where another changed it meanwhile, {@code answered}
     *     where somebody answered already
     */
    public Future<Survey> ask(SqlClient tx, Event event, long edited, List<Asked> questions) {
        return held(tx, event, questions).compose(held -> {
            var survey = held.survey();
            if (!survey.changeable()) {
                return Future.failedFuture(Refusal.of(409, "answered", "survey.refused.answered"));
            }
            if (held.made() ? edited != 0 : edited != survey.edited()) {
                return Future.failedFuture(Refusal.of(409, "stale", "survey.refused.stale"));
            }
            return held.made() ? Future.succeededFuture(survey) : turned(tx, survey, questions);
        });
    }

    private static Future<Survey> turned(SqlClient tx, Survey survey, List<Asked> questions) {
        var store = new SurveyStore(tx);
        return store.write(survey.id(), survey.version() + 1, questions)
                .compose(written -> store.turn(survey.id(), survey.version() + 1))
                .compose(turned -> store.find(survey.id()))
                .map(Optional::orElseThrow);
    }

    /**
     * Lets people answer, from the start of the event until 14 days after its end; nothing happens where they can already.
     *
     * @return the survey as it is then; fails with a refusal (409) before the start, after the end of those 14 days, and where the
     *     event is not published
     */
    public Future<Survey> open(SqlClient tx, Event event) {
        var now = clock.instant();
        if (!event.published() || now.isBefore(event.start())) {
            return Future.failedFuture(Refusal.of(409, "early", "survey.refused.early"));
        }
        if (!now.isBefore(until(event))) {
            return Future.failedFuture(Refusal.of(409, "closed", "survey.refused.closed"));
        }
        var store = new SurveyStore(tx);
        return held(tx, event, usual(event))
                .compose(held -> store.open(held.survey().id(), now, until(event)))
                .compose(opened -> store.ofEvent(event.id()))
                .map(Optional::orElseThrow);
    }

    static Instant until(Event event) {
        return event.end().plus(Survey.LASTS);
    }

    /**
     * Puts the words of an open question on the room's screen, or takes them off it.
     *
     * @return whether there are such words in this survey, and enough people answered for them to be read at all
     */
    public Future<Boolean> release(SqlClient tx, Survey survey, UUID answer, boolean released) {
        return new AnswerStore(tx).release(survey.id(), answer, released);
    }

    /** Open pages about this event read themselves again; called after the commit. */
    public void tell(UUID event) {
        changed.accept(event);
    }

    /** A survey that is held until the transaction ends. */
    private record Held(Survey survey, boolean made) {}

    private Future<Held> held(SqlClient tx, Event event, List<Asked> questions) {
        var store = new SurveyStore(tx);
        var planned = Survey.planned(ids.timed(), event, questions);
        return store.insert(planned)
                .compose(made -> made
                        ? store.write(planned.id(), planned.version(), questions)
                                .map(true)
                        : Future.succeededFuture(false))
                .compose(made -> store.lock(event.id()).map(found -> new Held(found.orElseThrow(), made)));
    }
}
