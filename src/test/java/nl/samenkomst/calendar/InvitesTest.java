package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Registration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a calendar should show follows the seat, in the seat's own transaction. */
class InvitesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Clock WEEK_BEFORE = Clock.fixed(SampleEvent.START.minus(Duration.ofDays(7)), ZoneOffset.UTC);

    private Hallway hall;

    @BeforeEach
    void openTheDoor() {
        database.empty();
        hall = new Hallway(database, WEEK_BEFORE.instant())
                .with(new Invites(new Outbox("samenkomst.example"), WEEK_BEFORE));
    }

    @Test
    void whoGetsASeatIsInvitedUnderAUidOfTheirOwn() {
        var event = withSeats(2);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");

        assertThat(invite(ada)).isEqualTo("request 0");
        assertThat(letters(ada)).containsExactly("calendar/invitation 0 waiting counted");
        assertThat(uid(ada)).matches("[0-9a-f]{32}@samenkomst").isNotEqualTo(uid(grace));
    }

    @Test
    void whoWaitsIsNotInvited() {
        var event = withSeats(0);
        var ada = hall.register(event, "Ada");

        assertThat(rows("select 1 from invite where registration_id = $1", ada)).isEmpty();
        assertThat(letters(ada)).isEmpty();
    }

    @Test
    void leavingStrikesItOutUnderAHigherSequenceAndOvertakesWhatHasNotLeft() {
        var ada = hall.register(withSeats(2), "Ada");
        cancel(ada);

        assertThat(invite(ada)).isEqualTo("cancel 1");
        assertThat(letters(ada))
                .containsExactly("calendar/invitation 0 superseded counted", "calendar/cancellation 1 waiting");
    }

    @Test
    void comingBackIsARequestWithTheSameUidAndAHigherSequence() {
        var event = withSeats(2);
        var ada = hall.register(event, "Ada");
        String uid = uid(ada);
        cancel(ada);
        hall.register(event, "Ada");

        assertThat(uid(ada)).isEqualTo(uid);
        assertThat(invite(ada)).isEqualTo("request 2");
        assertThat(letters(ada)).last().isEqualTo("calendar/invitation 2 waiting counted");
    }

    @Test
    void theFirstInLineIsInvitedInTheTransactionThatFreedTheSeat() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        cancel(ada);

        assertThat(invite(grace)).isEqualTo("request 0");
        assertThat(letters(grace)).containsExactly("calendar/promoted 0 waiting");
    }

    @Test
    void whoSwitchesIsInvitedAnewToTheOtherWay() {
        var ada = hall.register(withSeats(2), "Ada");
        told(ada);
        await(hall.registrations().switchTo(ada, ONLINE));

        assertThat(invite(ada)).isEqualTo("request 1");
        assertThat(letters(ada)).last().isEqualTo("calendar/switched 1 waiting");
    }

    @Test
    void whoSwitchesBeforeTheFirstMailLeftGetsOneThatStillWelcomes() {
        var ada = hall.register(withSeats(2), "Ada");
        await(hall.registrations().switchTo(ada, ONLINE));

        assertThat(letters(ada))
                .containsExactly("calendar/invitation 0 superseded counted", "calendar/invitation 1 waiting counted");
    }

    @Test
    void lettersToWhoUsedTheirLinkAreNotCounted() {
        var event = withSeats(2);
        var ada = hall.register(event, "Ada");
        await(hall.registrations().linkUsed(ada));
        cancel(ada);
        hall.register(event, "Ada");

        assertThat(letters(ada)).last().isEqualTo("calendar/invitation 2 waiting");
    }

    @Test
    void whoIsErasedIsStillToldAtTheAddressTheyHad() {
        var ada = hall.register(withSeats(2), "Ada");
        await(hall.registrations().erase(ada));

        assertThat(invite(ada)).isEqualTo("cancel 1");
        assertThat(rows("""
                        select recipient from outbox where state = 'waiting' and subject = 'invite:' || $1::uuid
                        """, ada)).singleElement().satisfies(row -> assertThat(row.getString("recipient"))
                .isEqualTo("ada@mail.example"));
    }

    @Test
    void aCrowdIsInvitedEachUnderTheirOwnUid() {
        var event = withSeats(200);
        await(Future.all(IntStream.range(0, 200)
                .mapToObj(i -> hall.registrations().register(hall.arrival(event, "Guest" + i, ON_SITE)))
                .toList()));

        assertThat(count("select count(distinct uid) from invite where wanted = 'request' and sequence = 0"))
                .isEqualTo(200);
        assertThat(count("select count(distinct recipient) from outbox where letter = 'calendar/invitation'"))
                .isEqualTo(200);
    }

    private static Event withSeats(int onSite) {
        return SampleEvent.somewhere(database.pool()).seats(onSite).in(database.pool());
    }

    private void cancel(Registration one) {
        await(hall.registrations().cancel(one, By.SELF));
    }

    /** As the postman does when the letter leaves. */
    private static void told(Registration one) {
        assertThat(await(new LeavingStore(database.pool())
                        .leave(
                                List.of(new LeavingStore.Wish(one.id(), 0, Invite.Wanted.REQUEST)),
                                WEEK_BEFORE.instant())))
                .doesNotContain(Optional.empty());
    }

    private static String invite(Registration one) {
        var row = rows("select wanted, sequence from invite where registration_id = $1", one)
                .get(0);
        return row.getString("wanted") + " " + row.getInteger("sequence");
    }

    private static String uid(Registration one) {
        return rows("select uid from invite where registration_id = $1", one)
                .get(0)
                .getString("uid");
    }

    private static List<String> letters(Registration one) {
        return rows("""
                        select letter, sequence, state, counted from outbox where subject = 'invite:' || $1::uuid order by id
                        """, one).stream()
                .map(row -> row.getString("letter") + " " + row.getInteger("sequence") + " " + row.getString("state")
                        + (row.getBoolean("counted") ? " counted" : ""))
                .toList();
    }

    private static List<Row> rows(String statement, Registration one) {
        return await(database.pool().preparedQuery(statement).execute(Tuple.of(one.id()))).stream()
                .toList();
    }

    private static long count(String statement) {
        return await(database.pool().query(statement).execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
