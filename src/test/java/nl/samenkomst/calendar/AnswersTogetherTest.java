package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.SeatsInvariant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that are taken many at a time: they share a commit, and each counts as if it had come alone. */
class AnswersTogetherTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String NOON = "20261203T120000Z";
    private static final String LATER = "20261203T130000Z";
    private static final int PEOPLE = 20;

    private FullRoom room;

    @BeforeEach
    void open() {
        room = new FullRoom(database);
    }

    @AfterEach
    void theSeatsAddUp() {
        room.run("drop trigger if exists refuses on reply");
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void answersOfTwoEventsShareATransaction() {
        var invited = invited();
        invited.add(new Invited(room.fatima, SampleReply.UID, SampleReply.ADDRESS));

        assertThat(room.take(
                        invited.stream().map(one -> one.says("ACCEPTED", NOON)).toList()))
                .containsOnly("accepted")
                .hasSize(PEOPLE + 1);

        assertThat(room.rows("select distinct xmin from reply")).hasSize(1);
        assertThat(room.rows("select id from registration where reply = 'accepted' and link_used_at is not null"))
                .hasSize(PEOPLE + 1);
    }

    @Test
    void oneThatBringsTheOthersDownIsSetAsideAndTheyCount() {
        var invited = invited();
        room.run("create or replace function refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'not this one'; end $$");
        room.run("create trigger refuses before insert on reply for each row when (new.sender = 'p7@mail.example') "
                + "execute function refuse()");
        var expected = new ArrayList<>(Collections.nCopies(PEOPLE, "accepted"));
        expected.set(7, "unreadable");

        assertThat(room.take(
                        invited.stream().map(one -> one.says("ACCEPTED", NOON)).toList()))
                .isEqualTo(expected);
        assertThat(room.toLook()).containsExactly("unreadable");
        assertThat(room.now(invited.get(7).registration()).reply()).isEqualTo("none");
    }

    @Test
    void theSameMessageTwiceCountsOnceAndAnEarlierAnswerDoesNotUndoALaterOne() {
        assertThat(room.take(List.of(
                        fatima("ACCEPTED", LATER),
                        fatima("ACCEPTED", LATER),
                        fatima("DECLINED", NOON),
                        "no mail".getBytes(UTF_8))))
                .containsExactly("accepted", "accepted", "repeated", "letter");
        assertThat(room.now(room.fatima).confirmed()).isTrue();
        assertThat(room.lines()).hasSize(3);
    }

    @Test
    void aSeatThatOneAnswerFreesIsGoneForTheNext() {
        assertThat(room.take(List.of(
                        fatima("TENTATIVE", NOON), fatima("DECLINED", LATER), fatima("ACCEPTED", "20261203T140000Z"))))
                .containsExactly("tentative", "declined", "not-back");
        assertThat(room.now(room.fatima).reply()).isEqualTo("declined");
        assertThat(room.now(room.grace).confirmed()).isTrue();
        assertThat(room.waiting()).contains("calendar/promoted grace@mail.example");
    }

    private static byte[] fatima(String partstat, String stamp) {
        return SampleReply.plain(SampleReply.UID, SampleReply.ADDRESS, partstat, stamp, 0);
    }

    private record Invited(Registration registration, String uid, String address) {

        byte[] says(String partstat, String stamp) {
            return SampleReply.plain(uid, address, partstat, stamp, 0);
        }
    }

    /** Who have a seat at another gathering, by name. */
    private List<Invited> invited() {
        var event = SampleEvent.somewhere(database.pool()).slug("elsewhere").in(database.pool());
        var all = new ArrayList<Invited>();
        for (int i = 0; i < PEOPLE; i++) {
            var one = room.hall.register(event, "P" + i);
            var uid = room.rows("select uid from invite where registration_id = '" + one.id() + "'")
                    .get(0)
                    .getString(0);
            all.add(new Invited(one, uid, "p" + i + "@mail.example"));
        }
        return all;
    }
}
