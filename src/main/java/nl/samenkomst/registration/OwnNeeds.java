package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;

/** What somebody needs, as their own page shows it. */
public final class OwnNeeds implements Panel<Registration> {

    private static final int ORDER = 10;

    private final SqlClient sql;
    private final Clock clock;

    /** What the own page shows of it. */
    record Told(String path, List<Line> lines, boolean changeable) {}

    /** One need. */
    record Line(String label, String text) {}

    /** @param sql the pool */
    public OwnNeeds(SqlClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Nothing where nobody asked. */
    @Override
    public Future<Map<Registration, Shown>> on(List<Registration> things, Visit visit) {
        var one = things.get(0);
        var event = new EventStore(sql).find(one.event()).map(Optional::orElseThrow);
        var needs = new NeedStore(sql).of(one.id());
        return Future.all(event, needs)
                .map(both -> event.result().asksNeeds() || !needs.result().isEmpty()
                        ? Map.of(one, panel(one, event.result(), needs.result(), visit))
                        : Map.of());
    }

    private Shown panel(Registration one, Event event, List<Need> needs, Visit visit) {
        var words = visit.site().languages().in(visit.language(List.of(one.language())));
        var lines = needs.stream()
                .map(need ->
                        new Line(words.say("registration.needs." + need.kind().code()), need.text()))
                .toList();
        boolean coming = event.asksNeeds() && !one.cancelled() && event.phase(clock.instant()) == Event.Phase.COMING;
        return new Shown(
                ORDER, "rest", "registration/own-needs", new Told(OwnLinks.path(visit.links(), one), lines, coming));
    }
}
