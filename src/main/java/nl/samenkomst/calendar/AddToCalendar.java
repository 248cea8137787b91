package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;

/** On one's own page: put it into my calendar, for who did not use the mail's own buttons. */
public final class AddToCalendar implements Panel<Registration> {

    private static final int ORDER = 10;

    /** @param path where the file is */
    record Add(String path) {}

    @Override
    public Future<Map<Registration, Shown>> on(List<Registration> things, Visit visit) {
        return Future.succeededFuture(things.stream()
                .filter(Registration::confirmed)
                .collect(toMap(identity(), one -> shown(OwnLinks.path(visit.links(), one)))));
    }

    private static Shown shown(String page) {
        return new Shown(ORDER, "deeds", "calendar/add", new Add(page + "/invite.ics"));
    }
}
