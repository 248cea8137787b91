package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Contact;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.kit.db.Awaiting;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.meeting.MeetingStore;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.network.Series;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;

/**
 * An event for a test, published unless said otherwise: a hybrid wijktafel of 20 seats on site and no limit online, on 10 December
 * 2026 at seven in the evening. {@link #in} puts it into the database, its seats with it.
 */
public final class SampleEvent {

    public static final Instant START = Instant.parse("2026-12-10T18:00:00Z");
    public static final Contact CONTACT = new Contact(
            "Sanne de Wit", "sanne@elaa.example", Optional.of("036 123 45 67"), Optional.empty(), Optional.empty());

    private final Network network;
    private final UUID id = UUID.randomUUID();
    private String slug = "tafel-" + id.toString().substring(0, 8);
    private String format = "wijktafel";
    private Event.Status status = Event.Status.PUBLISHED;
    private boolean open = true;
    private Event.Visibility visibility = Event.Visibility.PUBLIC;
    private Instant start = START;
    private Gathering attendance = Gathering.HYBRID;
    private Optional<Integer> onSite = Optional.of(20);
    private Optional<Integer> online = Optional.empty();
    private boolean waitlist = true;
    private Optional<UUID> area = Optional.empty();
    private Optional<UUID> programme = Optional.empty();
    private Optional<Event.OfSeries> series = Optional.empty();
    private List<Question> questions = List.of();
    private boolean asksNeeds;

    private SampleEvent(Network network) {
        this.network = network;
    }

    public static SampleEvent of(Network network) {
        return new SampleEvent(network);
    }

    /** In a network and an organisation that are made for it. */
    public static SampleEvent somewhere(Pool pool) {
        return new SampleEvent(SampleNetwork.in(pool));
    }

    public SampleEvent slug(String value) {
        slug = value;
        return this;
    }

    public SampleEvent format(String value) {
        format = value;
        return this;
    }

    /** A date of this series, for everybody at once. */
    public SampleEvent of(Series value) {
        series = Optional.of(new Event.OfSeries(value.id(), Optional.empty()));
        return this;
    }

    public SampleEvent draft() {
        status = Event.Status.DRAFT;
        return this;
    }

    public SampleEvent cancelled() {
        status = Event.Status.CANCELLED;
        return this;
    }

    public SampleEvent registrationClosed() {
        open = false;
        return this;
    }

    public SampleEvent visibility(Event.Visibility value) {
        visibility = value;
        return this;
    }

    public SampleEvent start(Instant value) {
        start = value;
        return this;
    }

    public SampleEvent attendance(Gathering value) {
        attendance = value;
        return this;
    }

    /** So many seats on site. */
    public SampleEvent seats(int onSiteSeats) {
        onSite = Optional.of(onSiteSeats);
        return this;
    }

    /** So many seats online. */
    public SampleEvent onlineSeats(int onlineSeats) {
        online = Optional.of(onlineSeats);
        return this;
    }

    public SampleEvent withoutWaitlist() {
        waitlist = false;
        return this;
    }

    public SampleEvent area(UUID value) {
        area = Optional.of(value);
        return this;
    }

    public SampleEvent programme(UUID value) {
        programme = Optional.of(value);
        return this;
    }

    public SampleEvent questions(Question... asked) {
        questions = List.of(asked);
        return this;
    }

    /** One that asks what people need to get in and to eat along. */
    public SampleEvent askingNeeds() {
        asksNeeds = true;
        return this;
    }

    /** The event, in no database. */
    public Event event() {
        var onSiteVenue = attendance.allows(Attendance.ON_SITE)
                ? Optional.of(new Venue(
                        "De Schoor",
                        Optional.of("Baltimoreplein 112, Almere"),
                        Optional.of("Zaal 2"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                : Optional.<Venue>empty();
        var meeting = attendance.allows(Attendance.ONLINE)
                ? Optional.of(new Meeting(
                        id,
                        network.organisation(),
                        "link",
                        Optional.of("https://meet.example/" + slug),
                        Optional.empty(),
                        Optional.empty()))
                : Optional.<Meeting>empty();
        return new Event(
                id,
                network.organisation(),
                slug,
                network.id(),
                area,
                programme,
                series,
                format,
                1,
                status,
                open,
                visibility,
                "nl",
                start,
                start.plusSeconds(2 * 3600),
                ZoneId.of("Europe/Amsterdam"),
                attendance,
                onSiteVenue,
                meeting,
                new Capacity(onSite, online),
                waitlist,
                Map.of("nl", new EventText("Wijktafel Haven", "Samen aan tafel.", "Kom **langs**.")),
                List.of(new Speaker("Nadia Amrani", Optional.of("gebiedsmanager"), Optional.empty(), Optional.empty())),
                List.of(),
                CONTACT,
                1,
                questions,
                asksNeeds);
    }

    /** Puts it into the database, with its seats unless it is a draft. */
    public Event in(Pool pool) {
        var event = event();
        Awaiting.await(pool.withTransaction(tx -> event.meeting()
                .map(meeting -> new MeetingStore(tx).write(meeting))
                .orElseGet(Future::succeededFuture)
                .compose(done -> new EventStore(tx).insert(event))
                .compose(done -> new EventWordStore(tx).writeTexts(event))
                .compose(done -> new EventWordStore(tx).addQuestions(event))
                .compose(done -> event.draft() ? Future.succeededFuture() : seats(new SeatStore(tx), event))));
        return event;
    }

    private static Future<Void> seats(SeatStore store, Event event) {
        return Future.all(event.attendance().ways().stream()
                        .map(way -> store.setCapacity(
                                event.id(), way, event.capacity().of(way)))
                        .toList())
                .mapEmpty();
    }

    /** An organisation that is not the event's. */
    public static Organisation organisation(Pool pool) {
        var slug = "org-" + UUID.randomUUID().toString().substring(0, 8);
        return Awaiting.await(new OrganisationStore(pool)
                .insert(new Organisation(
                        UUID.randomUUID(), slug, "Elaa", List.of("nl", "en"), "0b5c63", Optional.of(CONTACT), 1)));
    }
}
