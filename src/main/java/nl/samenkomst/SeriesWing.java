package nl.samenkomst;

import java.util.List;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Events;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.registration.Entrance;
import nl.samenkomst.registration.PersonKeys;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.series.ChangeDesk;
import nl.samenkomst.series.DatesDesk;
import nl.samenkomst.series.Intake;
import nl.samenkomst.series.MemberEntrance;
import nl.samenkomst.series.MemberPages;
import nl.samenkomst.series.Members;
import nl.samenkomst.series.MembersDesk;
import nl.samenkomst.series.SeriesApi;
import nl.samenkomst.series.SeriesDesk;
import nl.samenkomst.series.SeriesPages;
import nl.samenkomst.series.SeriesPlanning;
import nl.samenkomst.series.SpanChange;

/** What comes back: the pages, calls and workspace of series and their standing members. */
final class SeriesWing {

    private final House house;
    private final EventSources sources;
    private final Members members;
    private final SeriesPlanning planning;

    private final SpanChange changes;

    private SeriesWing(
            House house, EventSources sources, Members members, SeriesPlanning planning, SpanChange changes) {
        this.house = house;
        this.sources = sources;
        this.members = members;
        this.planning = planning;
        this.changes = changes;
    }

    static SeriesWing of(
            House house,
            EventSources sources,
            Registrations registrations,
            Intake intake,
            Outbox outbox,
            Events events) {
        var members =
                new Members(house.pool(), registrations, intake, outbox, new PersonKeys(house.links()), house.clock());
        var planning = new SeriesPlanning(events, house.clock());
        var changes = new SpanChange(house.pool(), events, planning, outbox, house.clock());
        return new SeriesWing(house, sources, members, planning, changes);
    }

    List<Feature> pages(Entrance entrance, Idempotency idempotency) {
        var pages = new SeriesPages(house.pool(), sources, house.clock());
        return List.of(
                pages,
                new MemberEntrance(house.pool(), pages, members, entrance, idempotency, house.clock()),
                new MemberPages(house.pool(), members, sources, house.clock()),
                new SeriesApi(house.pool(), planning, idempotency),
                new SeriesDesk(house.pool(), planning, house.formats(), house.clock()),
                new DatesDesk(house.pool(), planning, house.clock()),
                new ChangeDesk(house.pool(), changes, house.clock()),
                new MembersDesk(house.pool(), pages, members, house.clock()));
    }
}
