package nl.samenkomst.registration;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.network.Area;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Question;

/** All that one person's page is made from, and what it shows of it. */
record OwnView(
        Registration one,
        Event event,
        EventSources.Known known,
        Optional<Integer> before,
        Words words,
        Links links,
        Instant now) {

    private static final Period KEPT = Period.ofMonths(12);

    boolean expired() {
        return OwnLinks.ended(event.end(), now);
    }

    String path() {
        return OwnLinks.path(links, one);
    }

    String formToken(String action) {
        return OwnLinks.formToken(links, links.token(OwnTarget.OWN.purpose(), one.id(), one.linkVersion()), action);
    }

    /**
     * What the page shows.
     *
     * @param wantsGroup whether the button for the neighbourhood's group was pressed a moment ago
     */
    OwnShown shown(Optional<String> news, boolean wantsGroup, List<Shown> panels) {
        var facts = EventFacts.of(event, known.housed().network(), known.format(), words);
        var phase = event.phase(now);
        var online = one.attendance() == Attendance.ONLINE;
        return new OwnShown(
                path(),
                new OwnState(event, one, words, phase).said(before),
                news,
                facts,
                online ? Optional.empty() : facts.where(),
                online ? Optional.of(online()) : Optional.empty(),
                new OwnDeeds(event, one, known.seats(), words, this::formToken).at(now),
                group(wantsGroup),
                answers(),
                !one.cancelled() && phase == Event.Phase.COMING,
                !one.cancelled() && !one.shared() && event.published() && event.open() && phase == Event.Phase.COMING,
                words.say("registration.own.kept", new Moments(words, event.zone()).date(anonymised())),
                panels.stream().sorted().toList());
    }

    /** The link is shown to those alone who have a seat online. */
    private OwnShown.Online online() {
        var meeting = event.meeting().filter(place -> one.confirmed());
        return new OwnShown.Online(meeting.flatMap(place -> place.url()), meeting.flatMap(place -> place.dialIn()));
    }

    /** Nobody but who has a seat, and asks: a page that is only looked at, as by a scanner of mail, never bears the link. */
    private Optional<OwnShown.Group> group(boolean wanted) {
        return event.area()
                .filter(area -> one.confirmed())
                .flatMap(known.housed().network()::area)
                .flatMap(area -> area.groupLink()
                        .map(link -> new OwnShown.Group(
                                area.name(),
                                formToken("group"),
                                Optional.of(link).filter(asked -> wanted))));
    }

    private Instant anonymised() {
        return event.end().atZone(event.zone()).plus(KEPT).toInstant();
    }

    /** What they told, question by question. */
    List<OwnShown.Answer> answers() {
        var answers = new ArrayList<OwnShown.Answer>();
        one.name().ifPresent(name -> answers.add(answer("registration.own.name", name)));
        one.email().ifPresent(email -> answers.add(answer("registration.own.email", email)));
        one.organisationName().ifPresent(name -> answers.add(answer("registration.own.organisation", name)));
        one.sector()
                .ifPresent(code ->
                        answers.add(answer("registration.own.sector", words.say("registration.own.sector." + code))));
        one.area()
                .flatMap(known.housed().network()::area)
                .map(Area::name)
                .ifPresent(area -> answers.add(answer("registration.own.area", area)));
        questions().stream()
                .filter(question -> one.answers().containsKey(question.id()))
                .forEach(question -> answers.add(
                        new OwnShown.Answer(question.label(), said(one.answers().getValue(question.id())))));
        answers.add(answer("registration.own.language", Languages.ownName(one.language())));
        return answers;
    }

    private List<Question> questions() {
        var all = new ArrayList<Question>();
        known.format().ifPresent(format -> all.addAll(format.questions(locale())));
        all.addAll(event.questions());
        return all;
    }

    private Locale locale() {
        return words.locale();
    }

    private OwnShown.Answer answer(String label, String value) {
        return new OwnShown.Answer(words.say(label), value);
    }

    private String said(Object value) {
        if (value instanceof Boolean yes) {
            return words.say(yes ? "registration.own.yes" : "registration.own.no");
        }
        if (value instanceof JsonArray several) {
            return String.join(", ", several.stream().map(String::valueOf).toList());
        }
        return String.valueOf(value);
    }
}
