package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/**
 * The screen in the room: how to answer, how many did, and what they think, live. Below five answers it tells their number alone; words
 * stand there once whoever leads put them there.
 */
public final class ScreenDesk implements Feature {

    private final SqlClient sql;
    private final Surveys surveys;
    private final EventSources sources;
    private final Clock clock;

    /** @param sql the pool */
    public ScreenDesk(SqlClient sql, Surveys surveys, EventSources sources, Clock clock) {
        this.sql = sql;
        this.surveys = surveys;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/organise/events/:event/screen", Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::show);
    }

    private Future<Reply> show(Visit visit, Admitted<Event> one) {
        var event = one.thing();
        return surveys.of(sql, event)
                .compose(survey -> Future.all(read(survey, event), sources.withoutSeats(event)))
                .map(both -> page(visit, one, both.resultAt(0), both.resultAt(1)));
    }

    private Future<ScreenShown.Read> read(Survey survey, Event event) {
        var answers = new AnswerStore(sql);
        var came = new TicketStore(sql).came(event.id());
        var counts = ScreenShown.rated(survey)
                .filter(asked -> survey.tells())
                .map(asked -> answers.counted(survey.id(), asked.id()))
                .orElseGet(() -> Future.succeededFuture(Map.of()));
        var words = ScreenShown.written(survey)
                .filter(asked -> survey.tells())
                .map(asked -> answers.released(survey.id(), asked.id()))
                .orElseGet(() -> Future.succeededFuture(List.of()));
        return Future.all(came, counts, words)
                .map(all -> new ScreenShown.Read(survey, came.result(), counts.result(), words.result()));
    }

    /** In the language of the gathering, for everybody in the room. */
    private Reply page(Visit visit, Admitted<Event> one, ScreenShown.Read read, EventSources.Known known) {
        var event = one.thing();
        var frame = known.housed()
                .frame(Optional.of(event.contact()), event.title())
                .hidden()
                .speaking(event.language())
                .styled("lookback");
        var words = visit.site().languages().in(visit.language(frame.languages()));
        var shown = ScreenShown.of(
                event,
                EventFacts.of(event, known.housed().network(), known.format(), words),
                read,
                Workspace.top(one.caller(), visit, Workspace.Part.EVENTS).stream(),
                EventTop.Page.SURVEY.of(event),
                event.published() && read.survey().open(clock.instant()),
                words,
                visit.links());
        return Reply.page(frame.titled(words.say("survey.form.title")), "survey/screen", shown)
                .personal();
    }
}
