package nl.samenkomst.calendar;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;

/** On one's own page: have a calendar link of one's own mailed, or stop it. The link itself is never shown here. */
public final class FeedLink implements Panel<Registration> {

    /** What the buttons are posted to. */
    static final String ASK = "calendar-link";

    static final String STOP = "stop-calendar-link";

    private static final int ORDER = 20;

    private final SqlClient sql;

    /**
     * What the page shows.
     *
     * @param asked whether they have a link that works
     * @param done the button that was just pressed
     */
    record Link(String path, String askToken, String stopToken, boolean asked, Optional<String> done) {}

    /** @param sql the pool */
    public FeedLink(SqlClient sql) {
        this.sql = sql;
    }

    /** Nothing for who left without ever having asked for one, nor for who shares an address. */
    @Override
    public Future<Map<Registration, Shown>> on(List<Registration> things, Visit visit) {
        return new PersonalFeedStore(sql)
                .asked(things.stream().map(Registration::id).toList())
                .map(asked -> things.stream()
                        .filter(one -> asked.containsKey(one.id()))
                        .filter(one -> !one.cancelled() || asked.getOrDefault(one.id(), false))
                        .collect(toMap(one -> one, one -> shown(one, asked.getOrDefault(one.id(), false), visit))));
    }

    private static Shown shown(Registration one, boolean asked, Visit visit) {
        var links = visit.links();
        return new Shown(
                ORDER,
                "rest",
                "calendar/link",
                new Link(
                        OwnLinks.path(links, one),
                        OwnLinks.formToken(links, one, ASK),
                        OwnLinks.formToken(links, one, STOP),
                        asked,
                        visit.query("done")
                                .filter(done -> done.equals(ASK) || done.equals(STOP))
                                .map(done -> visit.site()
                                        .languages()
                                        .in(visit.language(List.of(one.language())))
                                        .say("calendar.link.done." + done))));
    }
}
