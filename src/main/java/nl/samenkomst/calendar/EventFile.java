package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;

/** On an event's page: the event as a file for one's calendar, for who only looks and has no invitation. */
public final class EventFile implements Panel<Event> {

    private static final int ORDER = 10;

    private final Clock clock;

    /** @param path where the file is */
    record File(String path) {}

    public EventFile(Clock clock) {
        this.clock = clock;
    }

    /** A closed event has no file, and what has begun or was called off is in nobody's plans. */
    @Override
    public Future<Map<Event, Shown>> on(List<Event> things, Visit visit) {
        return Future.succeededFuture(things.stream()
                .filter(event -> event.published() && !event.closed())
                .filter(event -> event.phase(clock.instant()) == Event.Phase.COMING)
                .collect(toMap(identity(), EventFile::shown)));
    }

    private static Shown shown(Event event) {
        return new Shown(ORDER, "story", "calendar/file", new File("/events/" + event.slug() + "/event.ics"));
    }
}
