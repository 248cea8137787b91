package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.SeatsInvariant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer does to a seat, and what it may not do. Fatima has the only seat on site; Grace waits. */
class RepliesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private FullRoom room;

    @BeforeEach
    void aFullRoom() {
        room = new FullRoom(database);
    }

    @AfterEach
    void theSeatsAddUp() {
        SeatsInvariant.holds(database.pool());
    }

    @ParameterizedTest
    @CsvSource({"outlook-desktop, accepted", "gmail, accepted", "nextcloud, accepted", "exchange, tentative"})
    void whoAcceptsOrIsNotSureKeepsTheSeat(String sample, String answer) {
        assertThat(room.take(sample)).isEqualTo(answer);

        assertThat(room.now(room.fatima).confirmed()).isTrue();
        assertThat(room.now(room.fatima).reply()).isEqualTo(answer);
        assertThat(room.toLook()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlook-com", "apple", "thunderbird", "forwarded"})
    void whoDeclinesFreesTheSeatAndTheFirstInLineHasIt(String sample) {
        assertThat(room.take(sample)).isEqualTo("declined");

        assertThat(room.now(room.fatima).status()).isEqualTo(Registration.Status.CANCELLED);
        assertThat(room.now(room.fatima).by()).contains("reply");
        assertThat(room.now(room.fatima).reply()).isEqualTo("declined");
        assertThat(room.now(room.grace).confirmed()).isTrue();
        assertThat(room.waiting())
                .containsExactlyInAnyOrder(
                        "registration/waiting grace@mail.example",
                        "registration/declined fatima@mail.example",
                        "calendar/promoted grace@mail.example");
        assertThat(room.invite(room.fatima)).isEqualTo("request 0");
    }

    @Test
    void theSameMessageCountsOnce() {
        room.take("outlook-com");
        await(room.hall.registrations().undo(room.fatima));

        assertThat(room.take("outlook-com")).isEqualTo("declined");
        assertThat(room.now(room.fatima).by()).isEmpty();
        assertThat(room.lines()).hasSize(1);
    }

    @Test
    void whoComesBackHasNotAnsweredYetAndIsAskedUnderAHigherSequence() {
        room.run("update seats set capacity = 2");
        room.take("outlook-com");
        var back = await(room.hall.registrations().undo(room.fatima));

        assertThat(back.confirmed()).isTrue();
        assertThat(room.now(room.fatima).reply()).isEqualTo("none");
        assertThat(room.invite(room.fatima)).isEqualTo("request 1");
    }

    @Test
    void aReplayUnderAnotherNameHasNoEffectAndIsShown() {
        room.run("update seats set capacity = 2");
        room.take("outlook-com");
        await(room.hall.registrations().undo(room.fatima));

        assertThat(room.take("replayed")).isEqualTo("repeated");
        assertThat(room.now(room.fatima).confirmed()).isTrue();
        assertThat(room.toLook()).containsExactly("repeated");
    }

    @Test
    void ofTwoAnswersTheLaterOneWins() {
        assertThat(room.say("ACCEPTED", "20261203T120000Z", 0)).isEqualTo("accepted");
        assertThat(room.say("DECLINED", "20261203T110000Z", 0)).isEqualTo("repeated");
        assertThat(room.now(room.fatima).confirmed()).isTrue();
        assertThat(room.say("TENTATIVE", "20261203T130000Z", 0)).isEqualTo("tentative");
        assertThat(room.now(room.fatima).reply()).isEqualTo("tentative");
    }

    @Test
    void aClockThatRunsAheadWinsOverNobody() {
        room.say("ACCEPTED", "20991231T235959Z", 0);

        assertThat(room.say("DECLINED", "20991231T235959Z", 0)).isEqualTo("declined");
    }

    @Test
    void aDeclineOfWhatHasChangedIsAnsweredWithHowItIsNow() {
        room.run("update invite set sequence = 2, sent_sequence = 2");

        assertThat(room.say("DECLINED", "20261203T120000Z", 1)).isEqualTo("stale");
        assertThat(room.now(room.fatima).confirmed()).isTrue();
        assertThat(room.toLook()).containsExactly("stale");
        assertThat(room.waiting()).contains("calendar/again fatima@mail.example");
        assertThat(room.say("DECLINED", "20261203T120500Z", 1)).isEqualTo("stale");
        assertThat(room.waiting())
                .filteredOn(line -> line.startsWith("calendar/again"))
                .hasSize(1);
        assertThat(room.say("DECLINED", "20261203T121000Z", 2)).isEqualTo("declined");
    }

    @Test
    void acceptingWhatHasChangedIsNotAccepting() {
        room.run("update invite set sequence = 2, sent_sequence = 2");

        assertThat(room.say("ACCEPTED", "20261203T120000Z", 0)).isEqualTo("older");
        assertThat(room.now(room.fatima).reply()).isEqualTo("none");
    }

    @Test
    void acceptingAfterDecliningGivesNoSeatButTellsHow() {
        room.take("outlook-com");

        assertThat(room.say("ACCEPTED", "20261203T120000Z", 0)).isEqualTo("not-back");
        assertThat(room.now(room.fatima).cancelled()).isTrue();
        assertThat(room.waiting()).contains("registration/not-back fatima@mail.example");
        assertThat(room.toLook()).containsExactly("not-back");
    }

    @ParameterizedTest
    @CsvSource({
        "counter, counter",
        "delegated, delegated",
        "unknown-uid, unknown",
        "anothers-attendee, foreign",
        "wrong-token, wrong-token",
        "no-uid, unreadable",
        "broken-base64, unreadable",
        "letter, letter"
    })
    void whatMayChangeNothingIsShown(String sample, String outcome) {
        assertThat(room.take(sample)).isEqualTo(outcome);

        assertThat(room.now(room.fatima).version()).isEqualTo(room.fatima.version());
        assertThat(room.now(room.grace).version()).isEqualTo(room.grace.version());
        assertThat(room.toLook()).containsExactly(outcome);
        assertThat(room.waiting()).containsExactly("registration/waiting grace@mail.example");
    }

    @ParameterizedTest
    @CsvSource({"undecided, undecided", "out-of-office, automatic", "delayed, automatic"})
    void whatSaysNothingAsksForNothing(String sample, String outcome) {
        assertThat(room.take(sample)).isEqualTo(outcome);

        assertThat(room.toLook()).isEmpty();
        assertThat(room.waiting()).containsExactly("registration/waiting grace@mail.example");
    }

    @Test
    void theTokenOfTheirOwnIsNoContradictionInWhateverCase() {
        var own = FullRoom.REPLY_TO.replace("{token}", FullRoom.LINKS.token("reply", room.fatima.id(), 1));
        var mail = new String(
                        SampleReply.plain(SampleReply.UID, SampleReply.ADDRESS, "ACCEPTED", "20261203T120000Z", 0),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("noreply@samenkomst.example", own.toLowerCase(java.util.Locale.ROOT));

        assertThat(room.take(mail.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("accepted");
    }

    @Test
    void whoWaitsOrLeftHasNoSeatToDecline() {
        await(room.hall.registrations().cancel(room.fatima, By.SELF));

        assertThat(room.say("DECLINED", "20261203T120000Z", 0)).isEqualTo("gone");
        assertThat(room.say("ACCEPTED", "20261203T120100Z", 0)).isEqualTo("no-seat");
        assertThat(room.now(room.fatima).by()).contains("self");
    }

    @Test
    void afterTheStartAnAnswerIsANote() {
        room.hall.moveTo(SampleEvent.START);

        assertThat(room.take("outlook-com")).isEqualTo("late");
        assertThat(room.now(room.fatima).confirmed()).isTrue();
    }

    @Test
    void fromWhoIsPresentAnAnswerIsANote() {
        room.run("update registration set presence = 'present'");

        assertThat(room.take("outlook-com")).isEqualTo("late");
    }

    @Test
    void aBounceMarksTheLetterWithTheOtherServersWords() {
        assertThat(room.take("bounce")).isEqualTo("bounced");

        assertThat(room.rows("select state || ': ' || said as line from outbox where letter = 'calendar/invitation'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("line")).startsWith("refused: 550 5.1.1"));
        assertThat(room.toLook()).containsExactly("bounced");
    }

    @Test
    void ofWhoIsErasedNoWordsAndNoAddressStay() {
        room.take("counter");
        await(room.hall.registrations().erase(room.fatima));
        room.take("outlook-com");

        assertThat(room.rows(
                        "select 1 from reply where sender is not null or words is not null or proposal is not null"))
                .isEmpty();
        assertThat(room.lines()).containsExactly("counter", "gone");
    }
}
