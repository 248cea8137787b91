package nl.samenkomst.survey;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.Registration;

/** The page with the questions after one gathering, and those that say how it went: the same for who has a link and who has the code. */
final class FeedbackPage {

    private final EventSources sources;
    private final BallotBox box;
    private final SurveyShelf shelf;
    private final List<Panel<Sent>> panels;
    private final KeptThanks thanks = new KeptThanks();
    private final Clock clock;

    FeedbackPage(EventSources sources, BallotBox box, SurveyShelf shelf, List<Panel<Sent>> panels, Clock clock) {
        this.sources = sources;
        this.box = box;
        this.shelf = shelf;
        this.panels = List.copyOf(panels);
        this.clock = clock;
    }

    /**
     * Somebody at the door.
     *
     * @param registration whose personal link it is; empty for the room's code
     * @param post how the form is sent
     */
    record Guest(
            Visit visit, Event event, Survey survey, Optional<Registration> registration, FeedbackShown.Post post) {

        private Optional<UUID> id() {
            return registration.map(Registration::id);
        }

        /** In the person's language, where we know the person. */
        private List<String> offered(Frame frame) {
            return registration.map(one -> List.of(one.language())).orElseGet(frame::languages);
        }
    }

    Clock clock() {
        return clock;
    }

    /** The questions, with what was typed. */
    Future<Reply> form(Guest guest, FeedbackForm form) {
        return sources.withoutSeats(guest.event()).map(known -> {
            var frame = frame(known, guest.event());
            var words = words(guest, frame);
            var title = words.say("survey.form.title");
            var shown = FeedbackShown.of(
                    guest.survey(), facts(guest.event(), known, words), past(guest.event()), guest.post(), form, words);
            return Reply.page(
                            frame.titled(form.complete() ? title : words.say("frame.fault", title))
                                    .speaking(words.locale().getLanguage()),
                            "survey/form",
                            shown)
                    .status(form.complete() ? 200 : 422)
                    .personal();
        });
    }

    /** Whether it was moved to a later day after people were asked. */
    boolean coming(Event event) {
        return clock.instant().isBefore(event.start());
    }

    private boolean past(Event event) {
        return event.phase(clock.instant()) == Event.Phase.OVER;
    }

    /** Takes what was sent, or says why not. */
    Future<Reply> take(Guest guest, FeedbackForm form, Ballot.Mark mark) {
        if (!form.complete()) {
            return form(guest, form);
        }
        var ways = guest.event().attendance().ways();
        var way = guest.registration()
                .map(Registration::attendance)
                .or(() -> ways.size() == 1 ? Optional.of(ways.get(0)) : form.attendance());
        var ballot = new Ballot(guest.survey().id(), guest.event().id(), form.version(), mark, way, form.said());
        return box.put(ballot).compose(outcome -> answered(guest, form, outcome));
    }

    private Future<Reply> answered(Guest guest, FeedbackForm form, Ballot.Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> thanked(guest, form.words(guest.survey()));
            case BEFORE -> told(guest, Told.Kind.BEFORE, List.of());
            case CLOSED -> told(guest, Told.Kind.CLOSED, List.of());
            case FULL -> told(guest, Told.Kind.FULL, List.of());
            case STRANGE -> told(guest, Told.Kind.STRANGE, List.of());
            case CHANGED -> changed(guest, form);
        };
    }

    /** In the room all get the same page but for their own words. */
    private Future<Reply> thanked(Guest guest, List<String> wrote) {
        return guest.registration().isPresent() || !KeptThanks.keeps(wrote)
                ? told(guest, Told.Kind.THANKS, wrote)
                : sources.withoutSeats(guest.event())
                        .compose(
                                known -> thanks.of(guest, known, wrote, words -> told(guest, Told.Kind.THANKS, words)));
    }

    /** The questions are others by now; what still fits stays filled in. */
    private Future<Reply> changed(Guest guest, FeedbackForm form) {
        shelf.forget(guest.event().id());
        return shelf.of(guest.event().id())
                .map(found -> found.flatMap(SurveyShelf.Asking::survey).orElse(guest.survey()))
                .compose(now -> form(
                        new Guest(guest.visit(), guest.event(), now, guest.registration(), guest.post()),
                        form.with(Fault.of(
                                FeedbackForm.field(now.questions().get(0).id()), "survey.fault.changed"))))
                .map(page -> page.status(409));
    }

    Future<Reply> told(Guest guest, Told.Kind kind, List<String> wrote) {
        var offers = kind.offers()
                ? panels(guest.visit(), new Sent(guest.event(), guest.id(), wrote))
                : Future.succeededFuture(List.<Shown>of());
        return Future.all(sources.withoutSeats(guest.event()), offers).map(both -> {
            EventSources.Known known = both.resultAt(0);
            var frame = frame(known, guest.event());
            var words = words(guest, frame);
            var forget = guest.visit().looks() ? "" : FeedbackShown.scope(guest.survey());
            var told = Told.of(kind, facts(guest.event(), known, words), forget, offers.result(), words);
            return Reply.page(frame.titled(told.title()).speaking(words.locale().getLanguage()), "survey/told", told)
                    .status(kind.status(guest.visit().looks()))
                    .personal();
        });
    }

    private Future<List<Shown>> panels(Visit visit, Sent sent) {
        var asked = panels.stream().map(panel -> panel.on(List.of(sent), visit)).toList();
        return Future.all(asked).map(done -> asked.stream()
                .map(answer -> answer.result().get(sent))
                .filter(Objects::nonNull)
                .sorted()
                .toList());
    }

    private static Frame frame(EventSources.Known known, Event event) {
        return known.housed()
                .frame(Optional.of(event.contact()), event.title())
                .hidden()
                .styled("lookback");
    }

    private static Words words(Guest guest, Frame frame) {
        return guest.visit().site().languages().in(guest.visit().language(guest.offered(frame)));
    }

    private static EventFacts facts(Event event, EventSources.Known known, Words words) {
        return EventFacts.of(event, known.housed().network(), known.format(), words);
    }
}
