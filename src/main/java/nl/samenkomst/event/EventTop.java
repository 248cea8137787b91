package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;

/** The head of every page of the workspace about one event, shown by the template {@code event/desk-top}: what it is, and its pages. */
public record EventTop(EventFacts facts, boolean past, Optional<EventMark> mark, List<DeskTop.Tab> tabs) {

    private static final String EVENTS = "/organise/events/";

    /** A page about one event, and who finds it there. */
    public enum Page {
        OVERVIEW("", Role.FACILITATOR),
        PEOPLE("/people", Role.FACILITATOR),
        MAILS("/delivery", Role.FACILITATOR),
        SURVEY("/survey", Role.FACILITATOR),
        QUOTES("/quotes", Role.FACILITATOR),
        RECAP("/recap", Role.FACILITATOR),
        CHANGE("/edit", Role.ORGANISER);

        private final String path;
        private final Role role;

        Page(String path, Role role) {
            this.path = path;
            this.role = role;
        }

        /** Its path. */
        public String of(Event event) {
            return path(event.slug());
        }

        String path(String slug) {
            return EVENTS + slug + path;
        }
    }

    public EventTop {
        tabs = List.copyOf(tabs);
    }

    /** Reads the event's network for it. */
    public static Future<EventTop> read(
            SqlClient sql, Formats formats, Event event, Caller caller, Visit visit, Page current, Instant now) {
        return new NetworkStore(sql)
                .find(event.network())
                .map(found -> found.orElseThrow(() -> new NotFound("network")))
                .map(network -> of(event, network, formats, caller, visit, current, now));
    }

    static EventTop of(
            Event event, Network network, Formats formats, Caller caller, Visit visit, Page current, Instant now) {
        var words = Workspace.words(caller, visit);
        return new EventTop(
                EventFacts.of(event, network, formats.find(event.format()), words),
                event.phase(now) == Event.Phase.OVER,
                EventMark.of(event, words, now),
                tabs(event, caller, current, words));
    }

    private static List<DeskTop.Tab> tabs(Event event, Caller caller, Page current, Words words) {
        return Arrays.stream(Page.values())
                .filter(page -> caller.role().allows(page.role))
                .map(page -> new DeskTop.Tab(
                        words.say("event.page." + page.name().toLowerCase(Locale.ROOT)),
                        page.of(event),
                        page == current))
                .toList();
    }
}
