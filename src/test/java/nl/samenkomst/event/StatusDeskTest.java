package nl.samenkomst.event;

import static nl.samenkomst.event.DeskHouse.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenkomst.account.Role;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The buttons of one event. */
class StatusDeskTest {

    private static final String TABLE = "/organise/events/tafel";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private DeskHouse house;

    @BeforeEach
    void open() {
        house = new DeskHouse(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SampleEvent event() {
        return SampleEvent.of(house.network).slug("tafel");
    }

    @Test
    void aDraftIsPublishedClosedAndOpenedAgainAndTheLogKnows() {
        var event = event().draft().in(database.pool());

        var published = leadsTo(house.post(TABLE + "/publish", Map.of()));

        assertThat(house.reads(published)).contains("De bijeenkomst staat op de site.");
        assertThat(house.stored("tafel").published()).isTrue();
        assertThat(house.reads(leadsTo(house.post(TABLE + "/close", Map.of()))))
                .contains("De aanmelding is dicht.", "Open de aanmelding weer");
        assertThat(house.stored("tafel").open()).isFalse();
        assertThat(house.reads(leadsTo(house.post(TABLE + "/reopen", Map.of()))))
                .contains("De aanmelding is weer open.");
        assertThat(house.log(event)).containsExactly("event.publish", "event.close", "event.reopen");
    }

    @Test
    void beforeItIsCalledOffThePageTellsWhomItTouches() {
        house.hold(event().in(database.pool()), 3, 2);

        assertThat(house.reads(TABLE + "/cancel"))
                .contains("Zegt u deze bijeenkomst af?", "er is nog niets verstuurd")
                .contains("<b>3</b>", "mensen die naar de zaal zouden komen")
                .contains("<b>2</b>", "mensen op de wachtlijst");
        assertThat(house.stored("tafel").cancelled()).isFalse();
    }

    @Test
    void itIsCalledOffWithTheOrganisersWords() {
        var event = event().in(database.pool());

        var there = leadsTo(house.post(TABLE + "/cancel", Map.of("message", "De zaal is stuk.")));

        assertThat(house.reads(there)).contains("De bijeenkomst is afgezegd.", "Gaat niet door");
        assertThat(house.stored("tafel").cancelled()).isTrue();
        assertThat(house.log(event)).containsExactly("event.cancel");
        assertThat(house.get(TABLE + "/cancel").statusCode()).isEqualTo(409);
    }

    @Test
    void tooManyWordsComeBackAndNothingIsCalledOff() {
        event().in(database.pool());

        var answer = house.post(TABLE + "/cancel", Map.of("message", "a".repeat(5_001)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>Fout: ", "hij mag 5.000 tekens", "href=\"#message\"", "aaaa");
        assertThat(house.stored("tafel").cancelled()).isFalse();
    }

    @Test
    void aDraftIsThrownAwayAfterAQuestionAndAPublishedOneIsNot() {
        var event = event().draft().in(database.pool());

        assertThat(house.reads(TABLE + "/delete")).contains("Gooit u dit concept weg?");
        assertThat(leadsTo(house.post(TABLE + "/delete", Map.of()))).contains("show=drafts");
        assertThat(house.get(TABLE).statusCode()).isEqualTo(404);
        assertThat(house.log(event)).containsExactly("event.delete");

        event().in(database.pool());
        assertThat(house.get(TABLE + "/delete").statusCode()).isEqualTo(409);
        assertThat(house.post(TABLE + "/delete", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void undoWithoutAChangeIsRefusedInWords() {
        event().in(database.pool());

        var answer = house.post(TABLE + "/undo", Map.of());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Terugdraaien kan niet meer");
        assertThat(house.reads(leadsTo(house.post(TABLE + "/tell", Map.of())))).contains("De mails gaan nu weg.");
    }

    @Test
    void aFacilitatorIsToldThatThisIsNotTheirs() {
        event().in(database.pool());

        assertThat(house.getAs(Role.FACILITATOR, TABLE + "/cancel").statusCode())
                .isEqualTo(403);
    }
}
