package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.SampleInvitee;
import nl.samenkomst.series.SampleSeries;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;
import nl.samenkomst.spi.Question.Kind;

/** One of everything a page can be about, in every state it can be in, for tests that look at all pages. */
final class Neighbourhood {

    private static final String LONG_NAME = "Wilhelmina-van-den-Bergh-Oosterhuis-Stroopwafelmakersdochter";

    /** Who came is counted anew for a week; a survey can be answered for two. */
    private static final Duration NO_LONGER_COUNTED = Duration.ofDays(9);

    private final TestDatabase database;
    private final Pool pool;
    private final OpenHouse house;
    private final Hallway hallway;
    private final Network network;
    private final Programme programme;
    private final Series series;
    private final UUID member;
    private final Event open;
    private final Event closed;
    private final List<Event> events;
    private final List<Registration> people;
    private final String invitation;
    private final String staff;
    private final String staffLink;
    private final UUID colleague;
    private final String mail;
    private final HeldTable held;

    Neighbourhood(TestDatabase database, OpenHouse house) {
        this.database = database;
        this.pool = database.pool();
        this.house = house;
        this.hallway = new Hallway(database, Clock.systemUTC().instant());
        this.network = SampleNetwork.in(pool);
        this.programme = SampleNetwork.programme(pool, network);
        this.series = SampleSeries.in(pool, network);
        this.member = SampleSeries.member(pool, network);
        sample().start(Instant.now().plus(Duration.ofDays(200))).of(series).in(pool);
        this.open = coming().questions(everyKind()).programme(programme.id()).in(pool);
        this.closed = coming().visibility(Event.Visibility.CLOSED).in(pool);
        var halfFull = coming().seats(1).in(pool);
        var full = coming().seats(1).attendance(Gathering.ON_SITE).in(pool);
        var packed = coming().seats(1)
                .attendance(Gathering.ON_SITE)
                .withoutWaitlist()
                .in(pool);
        List.of(halfFull, full, packed).forEach(event -> hallway.register(event, "Ada"));
        this.people = List.of(
                hallway.register(open, LONG_NAME),
                hallway.register(open, "Grace", Attendance.ONLINE),
                hallway.register(full, "Grace"),
                hallway.register(halfFull, "Mary"),
                await(hallway.registrations().cancel(hallway.register(open, "Edsger"), By.SELF)));
        this.events = List.of(
                open,
                closed,
                halfFull,
                full,
                packed,
                coming().programme(programme.id()).in(pool),
                coming().registrationClosed().in(pool),
                coming().cancelled().in(pool),
                coming().attendance(Gathering.ONLINE).in(pool),
                sample().start(Instant.now().minus(Duration.ofHours(1))).in(pool),
                sample().start(Instant.now().minus(NO_LONGER_COUNTED)).in(pool));
        this.invitation = SampleInvitee.token(pool, house.links(), closed, "Annie");
        var organisation =
                await(new OrganisationStore(pool).find(network.organisation())).orElseThrow();
        var someStaff = new SomeStaff(pool);
        this.staff = someStaff.session(someStaff.member(organisation, Role.OWNER));
        this.staffLink = newcomer(organisation);
        this.colleague = someStaff.member(organisation, Role.ORGANISER).id();
        this.held = HeldTable.of(database, events.get(events.size() - 1));
        settle();
        this.mail = new Mailbox(house.visitor()).newest("", "");
    }

    Series series() {
        return series;
    }

    /** The link of somebody who comes to every date of a series. */
    String memberToken() {
        return house.links().token("member", member, 1);
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

    private String newcomer(Organisation organisation) {
        var one = new Accounts.Newcomer(
                "new@" + organisation.slug() + ".example", "Nel Nieuw", Role.OWNER, Optional.of(organisation.slug()));
        var accounts = new Accounts(pool, new Passwords(database.vertx()), "Elaa");
        return await(accounts.add(one)).replaceFirst(".*/", "");
    }

    /** Until every letter has left, so that nothing changes but by who comes. */
    private void settle() {
        eventually(() -> await(pool.query("select letter from outbox where state in ('waiting', 'claimed')")
                                .execute())
                        .size()
                == 0);
    }

    Network network() {
        return network;
    }

    Programme programme() {
        return programme;
    }

    /** With a question of every kind. */
    Event open() {
        return open;
    }

    Event closed() {
        return closed;
    }

    Stream<String> slugs() {
        return events.stream().map(Event::slug);
    }

    /** In the room, online, waiting, waiting where online is free, and somebody who does not come after all. */
    List<Registration> people() {
        return people;
    }

    Stream<String> tokens() {
        return people.stream().map(one -> OwnLinks.path(house.links(), one).replaceFirst(".*/", ""));
    }

    /** The one that was held some days ago, with all that followed. */
    HeldTable held() {
        return held;
    }

    /** Of who was there: one who answered, and one who did not yet. */
    Stream<String> asked() {
        return held.asked().stream().map(one -> house.links().token("survey", one.id(), one.linkVersion()));
    }

    /** Of those who lent their words. */
    Stream<String> authors() {
        return held.quotes().stream().map(id -> house.links().token("quote", id, 1));
    }

    String invitation() {
        return invitation;
    }

    /** The cookie of an owner's session. */
    String staff() {
        return staff;
    }

    /** Somebody else of the staff. */
    UUID colleague() {
        return colleague;
    }

    /** The end of a one-time link to set a password. */
    String staffLink() {
        return staffLink;
    }

    /** The id of a caught mail. */
    String mail() {
        return mail;
    }
}
