package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import nl.samenkomst.calendar.Heard.Answer;
import nl.samenkomst.calendar.Heard.Partstat;
import nl.samenkomst.calendar.Heard.Proposal;
import nl.samenkomst.kit.mail.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made out of a mail, in the shapes that calendars and mail servers really write. */
class ReplyReaderTest {

    @ParameterizedTest
    @CsvSource({
        "outlook-desktop, ACCEPTED, 2026-12-03T09:00:01Z",
        "outlook-com, DECLINED, 2026-12-03T09:01:02Z",
        "exchange, TENTATIVE, 2026-12-03T09:02:03Z",
        "gmail, ACCEPTED, 2026-12-03T09:03:04Z",
        "apple, DECLINED, 2026-12-03T09:04:05Z",
        "thunderbird, DECLINED, 2026-12-03T09:05:06Z",
        "nextcloud, ACCEPTED, 2026-12-03T09:06:07Z",
        "forwarded, DECLINED, 2026-12-03T09:16:00Z",
        "delegated, DELEGATED, 2026-12-03T09:11:00Z"
    })
    void anAnswerIsReadInEveryShape(String sample, Partstat said, Instant stamp) {
        var answer = (Answer) heard(sample);

        assertThat(answer.uid()).isEqualTo(SampleReply.UID);
        assertThat(answer.by(SampleReply.ADDRESS)).isTrue();
        assertThat(answer.of(SampleReply.ADDRESS)).contains(said);
        assertThat(answer.stamp()).contains(stamp);
        assertThat(answer.sequence()).isZero();
        assertThat(answer.counter()).isFalse();
    }

    @Test
    void whatTheyAddedIsOneCleanLine() {
        assertThat(((Answer) heard("outlook-com")).comment()).contains("Ik ben die avond bij mijn moeder.");
    }

    @Test
    void anotherTimeIsReadAsTheyWroteIt() {
        var answer = (Answer) heard("counter");

        assertThat(answer.counter()).isTrue();
        assertThat(answer.proposal())
                .contains(new Proposal(
                        "2026-12-11 19:00 (W. Europe Standard Time)",
                        Optional.of("2026-12-11 21:00 (W. Europe Standard Time)")));
    }

    @Test
    void anAnswerOfSomebodyElseIsNotTakenForTheirs() {
        assertThat(((Answer) heard("anothers-attendee")).by(SampleReply.ADDRESS))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uid", "no-attendee", "no-event", "cut-off", "no-calendar", "broken-base64"})
    void whatIsMalformedIsUnreadable(String sample) {
        assertThat(heard(sample)).isInstanceOf(Heard.Unreadable.class);
    }

    @Test
    void whatIsNoMailAtAllIsNoAnswer() {
        assertThat(heard("binary")).isNotInstanceOf(Answer.class);
    }

    @Test
    void anInvitationThatComesBackIsNoAnswer() {
        var request = new String(
                        SampleReply.plain(SampleReply.UID, SampleReply.ADDRESS, "DECLINED", "20261203T090000Z", 0),
                        UTF_8)
                .replace("REPLY", "REQUEST");

        assertThat(ReplyReader.read(request.getBytes(UTF_8))).isInstanceOf(Heard.Unreadable.class);
    }

    @Test
    void aCalendarOfMoreThanItsBoundIsNotRead() {
        var large = new String(
                        SampleReply.plain(SampleReply.UID, SampleReply.ADDRESS, "DECLINED", "20261203T090000Z", 0),
                        UTF_8)
                .replace("END:VEVENT", "COMMENT:" + "x".repeat(Incoming.LARGEST_CALENDAR) + "\r\nEND:VEVENT");

        assertThat(ReplyReader.read(large.getBytes(UTF_8)))
                .isEqualTo(new Heard.Unreadable("a calendar of more than 64 kB"));
    }

    @Test
    void partsInPartsWithoutEndAreNotFollowed() {
        var deep = new StringBuilder("From: a@b.example\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < 500; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }

        assertTimeout(Duration.ofSeconds(5), () -> assertThat(
                        ReplyReader.read(deep.toString().getBytes(UTF_8)))
                .isInstanceOf(Heard.Unreadable.class));
    }

    @Test
    void aBounceTellsWhichLetterAndWhy() {
        var bounced = (Heard.Bounced) heard("bounce");

        assertThat(bounced.letters()).contains(SampleReply.LETTER);
        assertThat(bounced.words())
                .isEqualTo("550 5.1.1 <fatima@mail.example>: Recipient address rejected: User unknown in local table");
    }

    @Test
    void aBounceWithoutReportIsKnownByWhoWroteIt() {
        var bounced = (Heard.Bounced) heard("bounce-without-report");

        assertThat(bounced.letters()).contains(SampleReply.LETTER);
        assertThat(bounced.words()).isEqualTo("Sorry, no mailbox here by that name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out-of-office", "delayed"})
    void machinesAreKnown(String sample) {
        assertThat(heard(sample)).isInstanceOf(Heard.Automatic.class);
    }

    @Test
    void aPersonsWordsAreALetter() {
        assertThat(((Heard.Letter) heard("letter")).about()).containsExactly(SampleReply.LETTER);
    }

    @Test
    void theirZonesDoNotStayInThisJvm() {
        var before = ZoneRulesProvider.getAvailableZoneIds().size();
        for (int i = 0; i < 50; i++) {
            assertThat(heard("outlook-desktop")).isInstanceOf(Answer.class);
        }

        assertThat(ZoneRulesProvider.getAvailableZoneIds()).hasSize(before);
    }

    private static Heard heard(String sample) {
        return ReplyReader.read(SampleReply.file(sample));
    }
}
