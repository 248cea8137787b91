package nl.samenkomst;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.account.LogoPages;
import nl.samenkomst.account.OrganisationDesk;
import nl.samenkomst.calendar.DeliveryDesk;
import nl.samenkomst.calendar.Invites;
import nl.samenkomst.calendar.RepliesDesk;
import nl.samenkomst.desk.AuditDesk;
import nl.samenkomst.desk.DeskStream;
import nl.samenkomst.desk.Hints;
import nl.samenkomst.desk.TodayDesk;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.event.UndoBar;
import nl.samenkomst.kit.db.Listener;
import nl.samenkomst.kit.image.Pictures;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.DeskBar;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.OpenPages;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.network.NetworkDesk;
import nl.samenkomst.network.ProgrammeDesk;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.registration.Table;

/** The wiring of the workspace: what the staff of an organisation see, and how an open page follows what changes. */
final class Staffroom {

    private final House house;
    private final SeatBoard board;
    private final OpenPages open;
    private final Listener listener;
    private final Hints hints;

    Staffroom(House house, SeatBoard board) {
        this.house = house;
        this.board = board;
        this.open = new OpenPages(house.vertx());
        this.listener = Listener.open(house.vertx(), house.url());
        this.hints = new Hints(listener, house.pool(), open, board::changed);
    }

    /** Seats of this event were given or freed here, and it is committed. */
    void changed(UUID event) {
        board.changed(event);
        hints.changed(event);
    }

    /** Stands on every page of it. */
    DeskBar bar() {
        return new UndoBar(house.pool(), house.clock());
    }

    /** Mounts every page of it. */
    void mount(Site site, Outbox outbox, EventSources sources, Registrations registrations) {
        people(outbox, sources, registrations).desks().forEach(page -> page.mount(site));
        pages(outbox).forEach(page -> page.mount(site));
    }

    private Table people(Outbox outbox, EventSources sources, Registrations registrations) {
        var letters = List.of(Invites.SUBJECTS, "line:", "known:", "round:");
        return new Table(house.pool(), sources, registrations, outbox, letters, house.clock());
    }

    private List<Feature> pages(Outbox outbox) {
        var pool = house.pool();
        var clock = house.clock();
        return List.of(
                new OrganisationDesk(pool, new Pictures(house.vertx())),
                new LogoPages(pool),
                new NetworkDesk(pool),
                new ProgrammeDesk(pool),
                new TodayDesk(pool, house.formats(), clock),
                new DeskStream(pool, open),
                new RepliesDesk(pool, clock),
                new DeliveryDesk(pool, house.formats(), outbox, clock),
                new AuditDesk(pool));
    }

    /** Lets go of the pages that are open, so that nobody is waited for. */
    void hush() {
        open.close();
    }

    Future<Void> close() {
        return listener.close();
    }
}
