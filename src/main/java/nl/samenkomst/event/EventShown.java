package nl.samenkomst.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Markdown;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;

/** What the public page of an event shows. */
record EventShown(
        String slug,
        List<Crumb> crumbs,
        String kind,
        String title,
        String summary,
        EventFacts.When when,
        Optional<EventFacts.Where> where,
        Optional<String> online,
        boolean hybrid,
        Frame.Band call,
        String explanation,
        CharSequence description,
        List<Speaker> speakers,
        List<Line> agenda,
        Optional<State> state,
        String leap,
        String networkHref,
        List<Shown> faults,
        List<Shown> sheets,
        List<Shown> stories) {

    record Crumb(String name, String href) {}

    record Line(String time, String title) {}

    /**
     * Why one cannot register: over, begun, cancelled or shut.
     *
     * @param kind names the sign and the words
     */
    record State(String kind, String title, String lead, String text) {}

    /** What the page is made from, besides the event. */
    record Ingredients(
            Words words,
            Network network,
            Optional<EventFormat> format,
            List<Seats> seats,
            List<Shown> panels,
            Frame.Band call,
            Instant now) {}

    static EventShown of(Event event, Ingredients from) {
        var words = from.words();
        var text = event.text(words.locale().getLanguage());
        var state = state(event, from);
        var facts = EventFacts.of(event, from.network(), from.format(), words);
        return new EventShown(
                event.slug(),
                crumbs(event, from.network()),
                facts.kind(),
                facts.title(),
                text.summary(),
                facts.when(),
                facts.where(),
                facts.online(),
                facts.hybrid(),
                from.call(),
                from.format().map(format -> format.explanation(words.locale())).orElse(""),
                Markdown.html(text.description()),
                event.speakers(),
                agenda(event, words),
                state,
                state.isPresent() ? "" : SeatWords.leap(from.seats(), words),
                "/networks/" + from.network().slug(),
                at("faults", from.panels()),
                at("sheet", from.panels()),
                at("story", from.panels()));
    }

    private static List<Crumb> crumbs(Event event, Network network) {
        var crumbs = new ArrayList<Crumb>();
        var path = "/networks/" + network.slug();
        crumbs.add(new Crumb(network.name(), path));
        event.area()
                .flatMap(network::area)
                .ifPresent(area -> crumbs.add(new Crumb(area.name(), path + "?area=" + area.slug())));
        return crumbs;
    }

    private static List<Line> agenda(Event event, Words words) {
        var moments = new Moments(words, event.zone());
        return event.agenda().stream()
                .map(item -> new Line(moments.clock(item.time()), item.title()))
                .toList();
    }

    private static Optional<State> state(Event event, Ingredients from) {
        return stateOf(event, from.format(), from.now())
                .map(kind -> kind.equals("shut") && event.open() && event.membersOnly(from.now())
                        ? early(event, from)
                        : said(kind, from));
    }

    /** Why nobody can register now: {@code cancelled}, {@code over}, {@code begun} or {@code shut}; empty where one can. */
    static Optional<String> stateOf(Event event, Optional<EventFormat> format, Instant now) {
        if (event.cancelled()) {
            return Optional.of("cancelled");
        }
        return switch (event.phase(now)) {
            case OVER -> Optional.of("over");
            case BEGUN -> Optional.of("begun");
            case COMING -> shut(event, format, now) ? Optional.of("shut") : Optional.empty();
        };
    }

    private static boolean shut(Event event, Optional<EventFormat> format, Instant now) {
        var closes = format.map(EventFormat::closesBefore).orElse(Duration.ZERO);
        return !event.open()
                || event.membersOnly(now)
                || !now.isBefore(event.start().minus(closes));
    }

    /** For the standing members of its series alone, until then. */
    private static State early(Event event, Ingredients from) {
        var words = from.words();
        var opens = event.series().flatMap(Event.OfSeries::opens).orElse(event.start());
        return new State(
                "shut",
                words.say("event.state.early.title", new Moments(words, event.zone()).date(opens)),
                words.say("event.state.early.lead"),
                words.say("event.state.early.text", from.call().firstName()));
    }

    private static State said(String kind, Ingredients from) {
        var key = "event.state." + kind;
        var words = from.words();
        return new State(
                kind,
                words.say(key + ".title"),
                words.say(key + ".lead"),
                words.say(key + ".text", from.call().firstName()));
    }

    /** The panels for this part of the page, in their order. */
    static List<Shown> at(String place, List<Shown> panels) {
        return panels.stream()
                .filter(panel -> panel.place().equals(place))
                .sorted()
                .toList();
    }
}
