package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that people put into their calendar by hand, over HTTP. */
class CalendarPagesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String ADDRESS = "https://samenkomst.example";
    private static final Links LINKS = TestSite.links(ADDRESS);
    private static final Instant WEEK_BEFORE = SampleEvent.START.minus(Duration.ofDays(7));

    @TempDir
    Path folder;

    private TestSite site;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void thePublicFileTellsWhatEveryoneMaySee() {
        var event = SampleEvent.somewhere(database.pool()).in(database.pool());
        serveAt(WEEK_BEFORE);

        var answer = site.get("/events/" + event.slug() + "/event.ics");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/calendar; charset=utf-8; method=PUBLISH");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + event.slug() + ".ics\"");
        assertThat(answer.body())
                .contains("METHOD:PUBLISH\r\n", "UID:event-" + event.id() + "@samenkomst\r\n", "STATUS:CONFIRMED\r\n")
                .contains("URL:" + ADDRESS + "/events/" + event.slug())
                .doesNotContain("ORGANIZER", "ATTENDEE", "VALARM", "CONFERENCE", "meet.example");
        assertThat(entry(answer).getDateStart().getValue().toInstant()).isEqualTo(event.start());
        assertThat(entry(answer).getLocation().getValue()).startsWith("De Schoor");
    }

    @Test
    void anOnlineEventShowsNoLinkToEveryone() {
        var event = SampleEvent.somewhere(database.pool())
                .attendance(Gathering.ONLINE)
                .in(database.pool());
        serveAt(WEEK_BEFORE);

        assertThat(site.get("/events/" + event.slug() + "/event.ics").body())
                .contains("LOCATION:online\r\n")
                .doesNotContain("meet.example");
    }

    @Test
    void aCalledOffEventSaysSo() {
        var event = SampleEvent.somewhere(database.pool()).cancelled().in(database.pool());
        serveAt(WEEK_BEFORE);

        assertThat(site.get("/events/" + event.slug() + "/event.ics").body()).contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void aDraftAndAClosedEventHaveNoFile() {
        var draft = SampleEvent.somewhere(database.pool()).draft().in(database.pool());
        var closed = SampleEvent.somewhere(database.pool())
                .visibility(Event.Visibility.CLOSED)
                .in(database.pool());
        serveAt(WEEK_BEFORE);

        assertThat(site.get("/events/" + draft.slug() + "/event.ics").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/events/" + closed.slug() + "/event.ics").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Attendance.class)
    void onesOwnFileBearsTheUidOfTheInvitationAndWhatThatWayOfAttendingMaySee(Attendance way) {
        var ada = hall().register(SampleEvent.somewhere(database.pool()).in(database.pool()), "Ada", way);
        serveAt(WEEK_BEFORE);

        var answer = site.get(path(ada));

        assertThat(entry(answer).getUid().getValue())
                .isEqualTo(await(new InviteStore(database.pool()).find(ada.id()))
                        .orElseThrow()
                        .uid());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains("METHOD:PUBLISH\r\n").doesNotContain("ORGANIZER", "/registrations/");
        assertThat(answer.body().contains("meet.example")).isEqualTo(way == Attendance.ONLINE);
    }

    @Test
    void whoWasNeverInvitedGetsAFileUnderOneUidForEver() {
        var ada = new Hallway(database, WEEK_BEFORE)
                .register(SampleEvent.somewhere(database.pool()).in(database.pool()), "Ada");
        serveAt(WEEK_BEFORE);

        var uid = entry(site.get(path(ada))).getUid().getValue();

        assertThat(uid).matches("[0-9a-f]{32}@samenkomst");
        assertThat(entry(site.get(path(ada))).getUid().getValue()).isEqualTo(uid);
    }

    @Test
    void whoLeftHasNothingToPutIntoACalendar() {
        var hall = hall();
        var ada = hall.register(SampleEvent.somewhere(database.pool()).in(database.pool()), "Ada");
        await(hall.registrations().cancel(ada, By.SELF));
        serveAt(WEEK_BEFORE);

        assertThat(site.get(path(ada)).statusCode()).isEqualTo(404);
    }

    @Test
    void aForgedOrEndedLinkOpensNothing() {
        var ada = hall().register(SampleEvent.somewhere(database.pool()).in(database.pool()), "Ada");
        serveAt(SampleEvent.START.plus(Duration.ofDays(31)));

        assertThat(site.get("/registrations/" + LINKS.token("feed", ada.id(), 1) + "/invite.ics")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get(path(ada)).statusCode()).isEqualTo(410);
    }

    private void serveAt(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var occasions = new Occasions(
                database.pool(), new NetworkShelf(database.pool()), Formats.load(PluginFolder.open(folder)));
        var workers = CalendarWorkers.of(database.vertx());
        site = TestSite.serving(
                database,
                ADDRESS,
                List.of("calendar", "event", "registration", "kit/i18n", "kit/web"),
                new CalendarPages(EventTarget.EVENT, occasions, LINKS, workers, clock));
    }

    private static Hallway hall() {
        var clock = Clock.fixed(WEEK_BEFORE, ZoneOffset.UTC);
        return new Hallway(database, WEEK_BEFORE).with(new Invites(new Outbox("samenkomst.example"), clock));
    }

    private static String path(Registration one) {
        return OwnLinks.path(LINKS, one) + "/invite.ics";
    }

    private static VEvent entry(HttpResponse<String> answer) {
        return Biweekly.parse(answer.body()).first().getEvents().get(0);
    }
}
