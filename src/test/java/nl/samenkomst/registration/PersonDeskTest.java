package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.Map;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One person in the hands of staff: let in before others, swapped, written in, marked, and never one seat too many. */
class PersonDeskTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static OpenHouse house;
    private static Front front;

    @BeforeAll
    static void open() {
        house = OpenHouse.on(database.url(), data, Map.of());
        front = new Front(database, house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void seatsAddUp() {
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void whereAllSeatsAreTakenNobodyIsLetInAndItIsSaidWhatCanBeDone() {
        var event = front.event().seats(1).attendance(Gathering.ON_SITE).in(database.pool());
        front.hall.register(event, "Ada");
        var grace = front.hall.register(event, "Grace");
        var mary = front.hall.register(event, "Mary");
        var place = Front.person(mary) + "/place";

        var asked = front.get(place + "?deed=confirm");

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("Wat wel kan", "Zet vooraan in de rij", "Maak meer plekken");

        var forced = front.send(place + "?deed=confirm", place, Map.of("do", "confirm", "reason", "dringend"));
        assertThat(forced.statusCode()).isEqualTo(409);
        assertThat(front.now(mary).confirmed()).isFalse();

        front.send(place + "?deed=confirm", place, Map.of("do", "first"));
        assertThat(front.now(mary).place()).isLessThan(front.now(grace).place());
        assertThat(front.noted(mary.id())).containsExactly("registration.first");
        assertThat(front.get(Front.people(event) + "?status=waitlisted&sort=status")
                        .body())
                .containsSubsequence("Mary</a>", "Grace</a>");
    }

    @Test
    void whoGoesBeforeOthersGetsAFreeSeatWithAReasonThatIsKept() {
        var event = front.event().seats(1).attendance(Gathering.ON_SITE).in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var grace = front.hall.register(event, "Grace");
        var mary = front.hall.register(event, "Mary");
        free(ada);
        var place = Front.person(mary) + "/place";

        var done = front.send(place + "?deed=confirm", place, Map.of("do", "confirm", "reason", "Spreekt die avond"));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(front.now(mary).confirmed()).isTrue();
        assertThat(front.now(grace).status()).isEqualTo(Registration.Status.WAITLISTED);
        assertThat(front.letters(mary)).contains("calendar/promoted");
        assertThat(front.noted(mary.id())).containsExactly("registration.confirm");
        assertThat(front.get(Front.person(mary)).body())
                .contains("Spreekt die avond", "Kreeg voor zijn beurt een plek");
    }

    /** A seat that came free without going to anybody, as in the last hours. */
    private static void free(Registration one) {
        await(database.pool()
                .preparedQuery("update registration set status = 'cancelled', by = 'self' where id = $1")
                .execute(Tuple.of(one.id())));
        await(database.pool()
                .preparedQuery("update seats set held = held - 1 where event_id = $1 and attendance = 'on_site'")
                .execute(Tuple.of(one.event())));
    }

    @Test
    void whoIsTakenOffLeavesTheSeatToTheNextAsWasShownBefore() {
        var event = front.event().seats(1).attendance(Gathering.ON_SITE).in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var grace = front.hall.register(event, "Grace");
        var place = Front.person(ada) + "/place";

        assertThat(front.get(place + "?deed=cancel").body()).contains("Grace", "Er is een plek, met uitnodiging");
        assertThat(front.now(ada).confirmed()).as("only looked").isTrue();

        front.send(place + "?deed=cancel", place, Map.of("do", "cancel"));

        assertThat(front.now(ada).by()).contains("organiser");
        assertThat(front.now(grace).confirmed()).isTrue();
        assertThat(front.noted(ada.id())).containsExactly("registration.cancel");
    }

    @Test
    void aColleagueGetsTheSeatAnInvitationOfTheirOwnAndNobodyElseMoves() {
        var event = front.event().seats(1).attendance(Gathering.ON_SITE).in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var grace = front.hall.register(event, "Grace");
        invited(ada);
        var swap = Front.person(ada) + "/swap";

        var done = front.send(swap, swap, Map.of("name", "Barbara", "email", "barbara@mail.example"));

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        var barbara = front.named(event, "Barbara");
        assertThat(barbara.confirmed()).isTrue();
        assertThat(barbara.place()).isEqualTo(ada.place());
        assertThat(front.now(ada).cancelled()).isTrue();
        assertThat(front.now(grace).status()).isEqualTo(Registration.Status.WAITLISTED);
        assertThat(front.letters(ada)).contains("calendar/cancellation");
        assertThat(front.letters(barbara)).containsExactly("calendar/invitation");
        assertThat(uids(event)).doesNotHaveDuplicates();
        assertThat(front.noted(barbara.id())).containsExactly("registration.add");
    }

    /** The hallway's registrations invite nobody; this one was invited. */
    private static void invited(Registration one) {
        await(database.pool()
                .preparedQuery(
                        "insert into invite (registration_id, uid, wanted, sent_sequence, sent_method) values ($1, $2, 'request', 0, 'request')")
                .execute(Tuple.of(one.id(), one.id() + "@samenkomst.example")));
    }

    private static java.util.List<String> uids(nl.samenkomst.event.Event event) {
        return await(database.pool()
                        .preparedQuery(
                                "select uid from invite join registration on id = registration_id where event_id = $1")
                        .execute(Tuple.of(event.id())))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void whoComesAlreadyCannotComeInSomebodysStead() {
        var event = front.event().in(database.pool());
        var ada = front.hall.register(event, "Ada");
        front.hall.register(event, "Grace");
        var swap = Front.person(ada) + "/swap";

        var answer = front.send(swap, swap, Map.of("name", "Grace", "email", "grace@mail.example"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("staat al in de lijst", "value=\"grace@mail.example\"");
        assertThat(front.now(ada).confirmed()).isTrue();
    }

    @Test
    void somebodyIsWrittenInWithoutAnAddressOrWithASharedOneAlsoWhenRegistrationIsClosed() {
        var event = front.event().registrationClosed().seats(2).in(database.pool());
        var fresh = Front.people(event) + "/new";

        assertThat(front.send(fresh, fresh, Map.of("name", "Ada", "attendance", "on_site"))
                        .statusCode())
                .isEqualTo(303);
        var info = Map.of("name", "Grace", "attendance", "on_site", "email", "info@mail.example");
        assertThat(front.send(fresh, fresh, info).statusCode()).isEqualTo(303);
        var again =
                front.send(fresh, fresh, Map.of("name", "Mary", "attendance", "on_site", "email", "info@mail.example"));
        assertThat(again.statusCode()).isEqualTo(409);
        var shared = Map.of("name", "Mary", "attendance", "on_site", "email", "info@mail.example", "shared", "yes");
        assertThat(front.send(fresh, fresh, shared)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("done=waits");

        assertThat(front.named(event, "Mary").shared()).isTrue();
        assertThat(front.named(event, "Mary").status()).isEqualTo(Registration.Status.WAITLISTED);
        assertThat(front.get(Front.people(event) + "/list").body()).contains("Nog te bellen", "Ada");
        assertThat(front.get(Front.people(event)).body()).contains("Geen adres");
    }

    @Test
    void theSameFormSentTwiceWritesOneIn() {
        var event = front.event().in(database.pool());
        var fresh = Front.people(event) + "/new";
        var form = front.get(fresh).body();
        var fields = Map.of("name", "Ada", "attendance", "on_site", "nonce", front.field(form, "nonce"));

        front.send(fresh, fresh, fields);
        front.send(fresh, fresh, fields);

        assertThat(await(new PeopleStore(database.pool(), java.util.List.of()).count(event.id()))
                        .all())
                .isEqualTo(1);
    }

    @Test
    void badInputBringsTheFormBackWithWhatWasTyped() {
        var event = front.event().in(database.pool());
        var fresh = Front.people(event) + "/new";

        var answer = front.send(fresh, fresh, Map.of("name", "www.ada.example", "email", "ada@"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "<title>Fout:", "href=\"#name\"", "href=\"#email\"", "href=\"#attendance\"", "value=\"ada@\"");
    }

    @Test
    void whoSavesAnOldPageIsShownBothVersionsAndKeepsWhatTheyTyped() {
        var event = front.event().in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var edit = Front.person(ada) + "/edit";
        var old = front.field(front.get(edit).body(), "version");
        front.send(edit, edit, Map.of("name", "Ada Lovelace", "version", old));

        var stale = front.send(edit, edit, Map.of("name", "Ada Byron", "version", old));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Iemand anders veranderde dit net", "Ada Lovelace", "value=\"Ada Byron\"");
        assertThat(front.now(ada).name()).contains("Ada Lovelace");

        front.send(edit, edit, Map.of("name", "Ada Byron", "version", front.field(stale.body(), "version")));
        assertThat(front.now(ada).name()).contains("Ada Byron");
        assertThat(front.noted(ada.id())).containsExactly("registration.change", "registration.change");
    }

    @Test
    void aRemarkIsKeptShownToThePersonAndNeverWrittenOver() {
        var event = front.event().in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var page = Front.person(ada);
        front.send(page, page + "/remark", Map.of("remark", "Belt liever", "version", "0"));

        var stale = front.send(page, page + "/remark", Map.of("remark", "Mailt liever", "version", "0"));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Belt liever", "Mailt liever");
        assertThat(front.get(page).body()).contains("Belt liever");
        var own = OwnLinks.path(house.links(), ada) + "/data.json";
        assertThat(house.visitor().get(own).body()).contains("Belt liever");
    }

    @Test
    void aFacilitatorSaysWhoWasThereAndReadsNeedsWhichIsNoted() {
        var event = front.event().askingNeeds().in(database.pool());
        var fresh = Front.people(event) + "/new";
        front.send(fresh, fresh, Map.of("name", "Ada", "attendance", "on_site", "needs[access]", "rolstoel"));
        var ada = front.named(event, "Ada");
        var page = Front.person(ada);

        assertThat(front.sendAs(front.facilitator, page, page + "/presence", Map.of("presence", "present"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(front.getAs(front.facilitator, page).body()).doesNotContain("rolstoel");
        assertThat(front.getAs(front.facilitator, page + "/needs").body()).contains("rolstoel");

        assertThat(front.now(ada).presence()).isEqualTo("present");
        assertThat(front.noted(ada.id()))
                .containsExactly("registration.add", "registration.presence", "registration.needs");
    }

    @Test
    void theLinkIsSentAgainToWhoHasAnAddress() {
        var event = front.event().in(database.pool());
        var ada = front.hall.register(event, "Ada", Attendance.ONLINE);
        var page = Front.person(ada);

        front.send(page, page + "/link", Map.of());

        assertThat(front.letters(ada)).containsExactly("registration/link");
        assertThat(front.noted(ada.id())).containsExactly("registration.link");
    }
}
