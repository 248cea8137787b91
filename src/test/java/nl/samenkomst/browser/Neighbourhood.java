package nl.samenkomst.browser;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.Awaiting;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;
import nl.samenkomst.spi.Question.Kind;

/** One of everything a page can be about, in every state it can be in, for tests that look at all pages. */
final class Neighbourhood {

    private static final String LONG_NAME = "Wilhelmina van den Bergh-Oosterhuis-Stroopwafelmakersdochter";

    private final Pool pool;
    private final OpenHouse house;
    private final Hallway hallway;
    private final Network network;
    private final Programme programme;

    final Event open;
    final Event halfFull;
    final Event full;
    final Event closed;
    final List<Event> events;
    final List<Registration> people;
    final String staff;

    Neighbourhood(TestDatabase database, OpenHouse house) {
        this.pool = database.pool();
        this.house = house;
        this.hallway = new Hallway(database, Clock.systemUTC().instant());
        this.network = SampleNetwork.in(pool);
        this.programme = SampleNetwork.programme(pool, network);
        this.open = coming().questions(everyKind()).programme(programme.id()).in(pool);
        this.halfFull = coming().seats(1).in(pool);
        this.full = coming().seats(1).attendance(Gathering.ON_SITE).in(pool);
        this.closed = coming().visibility(Event.Visibility.CLOSED).in(pool);
        this.people = people();
        var packed = coming().seats(1)
                .attendance(Gathering.ON_SITE)
                .withoutWaitlist()
                .in(pool);
        hallway.register(packed, "Ada");
        this.events = List.of(
                open,
                halfFull,
                full,
                closed,
                packed,
                coming().registrationClosed().in(pool),
                coming().cancelled().in(pool),
                coming().attendance(Gathering.ONLINE).in(pool),
                sample().start(Instant.now().minus(Duration.ofHours(1))).in(pool),
                sample().start(Instant.now().minus(Duration.ofDays(5))).in(pool));
        var organisation = Awaiting.await(new OrganisationStore(pool).find(network.organisation()))
                .orElseThrow();
        var someStaff = new SomeStaff(pool);
        this.staff = someStaff.session(someStaff.member(organisation, Role.OWNER));
    }

    private SampleEvent coming() {
        return sample().start(TestBrowser.soon());
    }

    private SampleEvent sample() {
        return SampleEvent.of(network).area(network.areas().get(0).id());
    }

    private static Question[] everyKind() {
        return new Question[] {
            new Question("soup", Kind.ONE_OF, "Welke soep eet u mee?", true, List.of("tomaat", "linzen")),
            new Question("help", Kind.SEVERAL_OF, "Waarmee kunt u helpen?", false, List.of("koken", "afwassen")),
            new Question("first", Kind.YES_NO, "Komt u voor het eerst?", true, List.of()),
            new Question("guests", Kind.NUMBER, "Hoeveel mensen neemt u mee?", false, List.of()),
            new Question("bring", Kind.TEXT, "Wat neemt u mee?", false, List.of()),
            new Question("story", Kind.LONG_TEXT, "Wat wilt u vertellen?", false, List.of())
        };
    }

    /** In the room, online, waiting, in line with a seat in hand, and somebody who does not come after all. */
    private List<Registration> people() {
        hallway.register(halfFull, "Ada");
        hallway.register(full, "Ada");
        return List.of(
                hallway.register(open, LONG_NAME),
                hallway.register(open, "Grace", Attendance.ONLINE),
                hallway.register(full, "Grace"),
                hallway.register(halfFull, "Mary"),
                Awaiting.await(hallway.registrations().cancel(hallway.register(open, "Edsger"), By.SELF)));
    }

    Network network() {
        return network;
    }

    Programme programme() {
        return programme;
    }

    /** The path of this person's own page. */
    String ownPage(Registration one) {
        return OwnLinks.path(house.links(), one);
    }
}
