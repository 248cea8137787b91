package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's own calendar link: asked for on the own page, mailed, followed, stopped. */
class PersonalFeedTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static OpenHouse house;
    private static Visitor visitor;

    private final Network network = SampleNetwork.in(database.pool());
    private Hallway hall;

    @BeforeAll
    static void open() {
        house = OpenHouse.on(database.url(), data, Map.of());
        visitor = house.visitor();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        var clock = Clock.systemUTC();
        hall = new Hallway(database, clock.instant())
                .with(new Invites(Outbox.silent(), clock))
                .with(new PersonalFeeds(database.pool(), Outbox.silent(), clock));
    }

    @Test
    void theLinkIsMailedAndNeverShown() {
        var ada = hall.register(event().in(database.pool()), "Ada");
        assertThat(page(ada)).contains("Mail mij mijn agendalink");

        var answer = press(ada, "calendar-link");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?done=calendar-link#calendar-link");
        assertThat(visitor.get(OwnLinks.path(house.links(), ada) + "?done=calendar-link")
                        .body())
                .contains("Kijk in uw mail", "Stop deze agendalink")
                .doesNotContain("/my/");
        eventuallyPasses(() -> assertThat(mail()).contains(house.links().url(link(ada)), "webcal://"));
    }

    @Test
    void theCalendarHoldsTheSeatsOfThatAddressWithTheUidsOfTheirInvitations() {
        var ada = hall.register(event().in(database.pool()), "Ada", Attendance.ONLINE);
        var later = hall.register(event().start(soon().plus(Duration.ofDays(7))).in(database.pool()), "Ada");
        var off = hall.register(event().in(database.pool()), "Ada");
        await(database.pool()
                .preparedQuery("update event set status = 'cancelled' where id = $1")
                .execute(Tuple.of(off.event())));
        hall.register(event().in(database.pool()), "Grace");
        hall.register(SampleEvent.somewhere(database.pool()).start(soon()).in(database.pool()), "Ada");
        press(ada, "calendar-link");

        var answer = visitor.get(link(ada));

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/calendar; charset=utf-8; method=PUBLISH");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.body())
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "meet.example")
                .doesNotContain("ORGANIZER", "ATTENDEE", "VALARM", "/registrations/", "/my/", "ada@mail.example");
        assertThat(Feeds.entries(answer))
                .extracting(
                        entry -> entry.getUid().getValue(),
                        entry -> entry.getSequence().getValue(),
                        entry -> entry.getStatus().getValue())
                .containsExactlyInAnyOrder(told(ada, "CONFIRMED"), told(later, "CONFIRMED"), told(off, "CANCELLED"));
    }

    @Test
    void whoWaitsIsNotInItUntilTheyHaveASeatAndWhoLeavesIsInItNoMore() {
        var event = event().seats(1).in(database.pool());
        var grace = hall.register(event, "Grace");
        var ada = hall.register(event, "Ada");
        press(ada, "calendar-link");
        assertThat(Feeds.entries(visitor.get(link(ada)))).isEmpty();

        await(hall.registrations().cancel(grace, By.SELF));
        assertThat(Feeds.entries(visitor.get(link(ada)))).hasSize(1);

        await(hall.registrations().cancel(ada, By.SELF));
        assertThat(Feeds.entries(visitor.get(link(ada)))).isEmpty();
    }

    @Test
    void aChangeIsToldWithTheSequenceOfItsInvitation() {
        var ada = hall.register(event().in(database.pool()), "Ada");
        press(ada, "calendar-link");

        await(hall.registrations().switchTo(ada, Attendance.ONLINE));

        var entry = Feeds.entries(visitor.get(link(ada))).get(0);
        assertThat(entry.getSequence().getValue()).isEqualTo(1);
        assertThat(entry.getLocation().getValue()).startsWith("https://meet.example/");
    }

    @Test
    void aStoppedLinkSaysSoAndTheNextOneIsAnother() {
        var ada = hall.register(event().in(database.pool()), "Ada");
        press(ada, "calendar-link");
        var first = link(ada);

        var answer = press(ada, "stop-calendar-link");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("?done=stop-calendar-link");
        assertThat(visitor.get(first).statusCode()).isEqualTo(410);
        assertThat(visitor.get(first + "?lang=en").body()).contains("This calendar link no longer works");
        assertThat(page(ada)).contains("Mail mij mijn agendalink").doesNotContain("Stop deze agendalink");
        press(ada, "calendar-link");
        assertThat(link(ada)).isNotEqualTo(first);
        assertThat(visitor.get(link(ada)).statusCode()).isEqualTo(200);
        assertThat(visitor.get(first).statusCode()).isEqualTo(410);
    }

    @Test
    void onlyTheLinkItselfOpensIt() {
        var ada = hall.register(event().in(database.pool()), "Ada");
        press(ada, "calendar-link");
        var id = feed(ada).getUUID("id");

        assertThat(visitor.get("/my/" + "x".repeat(43) + "/calendar.ics").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/my/" + house.links().token("own", id, 1) + "/calendar.ics")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/my/" + house.links().token("feed", id, 2) + "/calendar.ics")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/my/" + house.links().token("feed", ada.id(), 1) + "/calendar.ics")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormFromElsewhereMailsNothing() {
        var ada = hall.register(event().in(database.pool()), "Ada");

        var answer = visitor.post(OwnLinks.path(house.links(), ada) + "/calendar-link", Map.of("token", "guessed"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(letters(ada)).isZero();
    }

    @Test
    void whoAsksTwiceGetsOneLetter() {
        var ada = hall.register(event().in(database.pool()), "Ada");

        press(ada, "calendar-link");
        press(ada, "calendar-link");

        assertThat(letters(ada)).isEqualTo(1);
    }

    @Test
    void whoSharesAnAddressHasNoCalendarOfTheirOwn() {
        var ada = hall.register(event().in(database.pool()), "Ada");
        await(database.pool()
                .preparedQuery("update registration set shared = true, person_key = null where id = $1")
                .execute(Tuple.of(ada.id())));

        assertThat(page(ada)).doesNotContain("agendalink");
        assertThat(press(ada, "calendar-link").statusCode()).isEqualTo(404);
    }

    @Test
    void whoseLastRegistrationIsErasedHasNoCalendarAnyMore() {
        var ada = hall.register(event().in(database.pool()), "Ada");
        var other = hall.register(event().in(database.pool()), "Ada");
        press(ada, "calendar-link");
        var link = link(ada);

        await(hall.registrations().erase(ada));
        assertThat(Feeds.entries(visitor.get(link)))
                .extracting(entry -> entry.getUid().getValue())
                .containsExactly(uid(other));

        await(hall.registrations().erase(other));
        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(await(database.pool()
                                .preparedQuery(
                                        "select 1 from feed where organisation_id = $1 and person_key is not null")
                                .execute(Tuple.of(network.organisation())))
                        .size())
                .isZero();
    }

    private SampleEvent event() {
        return SampleEvent.of(network).start(soon());
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    private static HttpResponse<String> press(Registration one, String action) {
        return visitor.post(
                OwnLinks.path(house.links(), one) + "/" + action,
                Map.of("token", OwnLinks.formToken(house.links(), one, action)));
    }

    private static String page(Registration one) {
        return visitor.get(OwnLinks.path(house.links(), one)).body();
    }

    /** The link that was mailed to whoever is registered here. */
    private static String link(Registration one) {
        var feed = feed(one);
        UUID id = feed.getUUID("id");
        return "/my/" + house.links().token("feed", id, feed.getInteger("link_version")) + "/calendar.ics";
    }

    private static Row feed(Registration one) {
        return await(database.pool()
                        .preparedQuery(
                                "select f.id, f.link_version from feed f join registration r using (person_key) where r.id = $1")
                        .execute(Tuple.of(one.id())))
                .iterator()
                .next();
    }

    private static int letters(Registration one) {
        return await(database.pool()
                        .preparedQuery(
                                "select 1 from outbox where letter = 'calendar/feed' and ids ->> 'registration' = $1")
                        .execute(Tuple.of(one.id().toString())))
                .size();
    }

    /** The newest mail of a calendar link, as it was sent. */
    /** The newest of these letters; empty while there is none. */
    private static String mail() {
        var line = Pattern.compile("<a href=\"/dev/mail/([^\"?]+)[^>]*>Uw agendalink van");
        return Optional.of(line.matcher(visitor.get("/dev/mail").body()))
                .filter(Matcher::find)
                .map(found ->
                        visitor.get("/dev/mail/" + found.group(1) + "/text").body())
                .orElse("");
    }

    private static org.assertj.core.groups.Tuple told(Registration one, String status) {
        return tuple(uid(one), 0, status);
    }

    private static String uid(Registration one) {
        return await(new InviteStore(database.pool()).find(one.id()))
                .orElseThrow()
                .uid();
    }
}
