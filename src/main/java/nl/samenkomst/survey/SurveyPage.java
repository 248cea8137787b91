package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventMark;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.spi.EventFormat;

/** Makes the page of the workspace about one event's survey. */
record SurveyPage(Pool pool, Surveys surveys, Formats formats, Clock clock) {

    private static final String NEWS = "open|questions";

    /** What was read for it. */
    private record Read(EventTop head, Survey survey, int invited, Results results, List<String> known) {}

    /** @param again an answer's theme that was typed and not taken; the form is called after the answer */
    Future<Reply> show(Visit visit, Admitted<Event> one, Optional<Again> again) {
        var now = clock.instant();
        return read(visit, one, now).map(read -> {
            var words = Workspace.words(one.caller(), visit);
            var title = words.say(
                    "survey.desk.title",
                    one.thing().text(words.locale().getLanguage()).title());
            return Again.page(
                    again,
                    Workspace.frame(one.caller(), title),
                    words,
                    "survey/desk",
                    shown(visit, one, read, words, now, again));
        });
    }

    private Future<Read> read(Visit visit, Admitted<Event> one, Instant now) {
        var event = one.thing();
        var head = EventTop.read(pool, formats, event, one.caller(), visit, EventTop.Page.SURVEY, now);
        return surveys.of(pool, event).compose(survey -> Future.all(
                        head,
                        invited(survey, event),
                        Results.of(pool, survey.id(), now),
                        new ThemeStore(pool).used(event.organisation()))
                .map(all -> new Read(all.resultAt(0), survey, all.resultAt(1), all.resultAt(2), all.resultAt(3))));
    }

    /** Who is asked by name; while the room answers and nobody has been asked yet, who is there. */
    private Future<Integer> invited(Survey survey, Event event) {
        if (survey.openedAt().isEmpty()) {
            return Future.succeededFuture(0);
        }
        return new ResultStore(pool)
                .invited(survey.id())
                .compose(asked -> asked > 0 ? Future.succeededFuture(asked) : new TicketStore(pool).came(event.id()));
    }

    private SurveyShown shown(
            Visit visit, Admitted<Event> one, Read read, Words words, Instant now, Optional<Again> again) {
        var event = one.thing();
        var path = EventTop.Page.SURVEY.of(event);
        var survey = read.survey();
        var filter = visit.query("theme")
                .or(() -> again.map(sent -> sent.typed().getString("filter")))
                .filter(theme -> !theme.isBlank());
        var all = visit.query("all").isPresent();
        var list = new OpinionList(path, filter, all, again, words);
        return new SurveyShown(
                Workspace.top(one.caller(), visit, Workspace.Part.EVENTS),
                read.head(),
                path,
                visit.query("done").filter(done -> done.matches(NEWS)).map(done -> words.say("survey.news." + done)),
                list.wrong(),
                state(read, event, words, now),
                ways(visit, one, read, now),
                Optional.of(never(survey, event, now))
                        .filter(never -> !never && !read.results().any())
                        .map(empty -> why(survey, words, now)),
                Optional.of(read.results().told())
                        .filter(told -> told > 0 && told < survey.received())
                        .map(told -> words.say("survey.results.basis", told)),
                survey.received() > 0 || never(survey, event, now)
                        ? List.of()
                        : survey.questions().stream()
                                .map(asked ->
                                        asked.in(words.locale().getLanguage()).words())
                                .toList(),
                read.results().any() ? list.results(read.results(), survey.version(), format(event, words)) : List.of(),
                filter,
                all,
                read.known(),
                one.caller().formToken(visit.links(), path + "/answers"));
    }

    private String format(Event event, Words words) {
        return formats.find(event.format())
                .map((EventFormat format) -> format.plural(words.locale()))
                .orElseGet(() -> words.say("survey.results.gatherings"));
    }

    private static SurveyShown.State state(Read read, Event event, Words words, Instant now) {
        var survey = read.survey();
        int answered = survey.received();
        boolean known = read.invited() > 0 && answered <= read.invited();
        return new SurveyShown.State(
                mark(survey, event, words, now),
                sentence(survey, event, words, now),
                answered,
                known ? words.say("survey.desk.of", read.invited()) : words.say("survey.desk.people", answered),
                Optional.of(answered)
                        .filter(number -> known && number > 0)
                        .map(number -> words.say("survey.desk.percent", (double) number / read.invited())));
    }

    private static EventMark mark(Survey survey, Event event, Words words, Instant now) {
        if (never(survey, event, now)) {
            return new EventMark("off", "dash", words.say("survey.state.never"));
        }
        if (survey.open(now)) {
            return new EventMark("ok", "tick", words.say("survey.state.open"));
        }
        return survey.closed(now)
                ? new EventMark("off", "lock", words.say("survey.state.closed"))
                : new EventMark("wait", "hourglass", words.say("survey.state.waits"));
    }

    /** Whether nobody was asked and nobody will be. */
    private static boolean never(Survey survey, Event event, Instant now) {
        return event.cancelled() || (survey.openedAt().isEmpty() && !now.isBefore(Surveys.until(event)));
    }

    private static String sentence(Survey survey, Event event, Words words, Instant now) {
        if (!event.published()) {
            return words.say("survey.state." + event.status().code());
        }
        var moments = new Moments(words, event.zone());
        if (survey.closesAt().isPresent()) {
            var until = survey.closesAt().get();
            return words.say(
                    survey.open(now) ? "survey.state.until" : "survey.state.since",
                    moments.day(until),
                    moments.time(until));
        }
        if (event.phase(now) == Event.Phase.OVER) {
            return words.say(never(survey, event, now) ? "survey.state.past" : "survey.state.soon");
        }
        return words.say("survey.state.opens", moments.day(event.end()), moments.time(event.end()));
    }

    private static SurveyShown.Ways ways(Visit visit, Admitted<Event> one, Read read, Instant now) {
        var event = one.thing();
        var survey = read.survey();
        var begun = event.published() && !now.isBefore(event.start());
        var path = EventTop.Page.SURVEY.of(event);
        return new SurveyShown.Ways(
                Optional.of(EventTop.Page.OVERVIEW.of(event) + "/screen")
                        .filter(screen -> event.published() && !survey.closed(now) && !never(survey, event, now)),
                Optional.of(one.caller().formToken(visit.links(), path + "/open"))
                        .filter(token -> begun && survey.openedAt().isEmpty() && now.isBefore(Surveys.until(event))),
                Optional.of(path + "/questions").filter(questions -> !never(survey, event, now)),
                Optional.of(path + ".csv")
                        .filter(csv ->
                                read.results().any() && one.caller().role().allows(Role.ORGANISER)),
                survey.open(now));
    }

    private static String why(Survey survey, Words words, Instant now) {
        if (survey.closed(now)) {
            return words.say("survey.results.never", Survey.LEAST);
        }
        return survey.received() >= Survey.LEAST
                ? words.say("survey.results.soon", Survey.STEP)
                : words.say("survey.results.few", Survey.LEAST);
    }
}
