package nl.samenkomst.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.samenkomst.account.Role;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of events and the overview of one. */
class EventsDeskTest {

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

    private SampleEvent event(String slug) {
        return SampleEvent.of(house.network).slug(slug);
    }

    @Test
    void whatComesWhatHasBeenAndDraftsStandApart() {
        house.hold(event("komt").seats(2).in(database.pool()), 1, 1);
        event("was").start(DeskHouse.NOW.minus(Duration.ofDays(30))).in(database.pool());
        event("concept").draft().in(database.pool());

        assertThat(house.reads("/organise/events"))
                .contains("/organise/events/komt", "/organise/events/concept", "Concept")
                .contains("<b class=\"number\">1</b> van 2", "1 wacht", "zonder grens", "Nieuwe bijeenkomst")
                .doesNotContain("/organise/events/was");
        assertThat(house.reads("/organise/events?show=past"))
                .contains("/organise/events/was")
                .doesNotContain("events/komt");
        assertThat(house.reads("/organise/events?show=drafts"))
                .contains("/organise/events/concept")
                .doesNotContain("events/komt");
        assertThat(house.reads("/organise/events?show=all"))
                .contains("/organise/events/was", "/organise/events/komt", "/organise/events/concept");
    }

    @Test
    void theAddressNarrowsTheListByNeighbourhoodKindAndWords() {
        var haven = house.network.area("haven").orElseThrow().id();
        event("haven").area(haven).in(database.pool());
        event("elders").format("webinar").in(database.pool());
        var network = house.network.slug();

        assertThat(house.reads("/organise/events?area=" + network + "/haven"))
                .contains("events/haven")
                .doesNotContain("events/elders");
        assertThat(house.reads("/organise/events?area=" + network)).contains("events/haven", "events/elders");
        assertThat(house.reads("/organise/events?format=webinar"))
                .contains("events/elders")
                .doesNotContain("events/haven");
        assertThat(house.reads("/organise/events?text=TAFEL%20haven")).contains("events/haven");
        assertThat(house.reads("/organise/events?text=100%25"))
                .contains("Hier past niets bij wat u zoekt.")
                .doesNotContain("events/haven");
    }

    @Test
    void aLongListGoesOnOnTheNextPageAndStaysNarrowed() {
        for (int day = 0; day < 3; day++) {
            event("nummer-" + day)
                    .start(SampleEvent.START.plus(Duration.ofDays(day)))
                    .in(database.pool());
        }

        var first = house.reads("/organise/events?limit=2&format=wijktafel");
        var next = first.replaceAll("(?s).*href=\"(/organise/events\\?[^\"]*after[^\"]+)\".*", "$1")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");

        assertThat(first).contains("nummer-0", "nummer-1").doesNotContain("nummer-2");
        assertThat(next).contains("format=wijktafel");
        assertThat(house.reads(next)).contains("nummer-2").doesNotContain("nummer-0");
    }

    @Test
    void anotherOrganisationsEventsAreNeverSeen() {
        SampleEvent.somewhere(database.pool()).slug("elders").in(database.pool());

        assertThat(house.reads("/organise/events?show=all"))
                .contains("Er is nog niets gepland.")
                .doesNotContain("elders");
        assertThat(house.get("/organise/events/elders").statusCode()).isEqualTo(404);
    }

    @Test
    void theOverviewTellsWhereItIsWhichNumberSetsTheSeatsAndWhatCanBeDone() {
        event("tafel").seats(12).in(database.pool());

        assertThat(house.reads("/organise/events/tafel"))
                .contains("De Schoor, Zaal 2 en online", "Dit getal gaf u zelf op: 12 plekken.", "meet.example/tafel")
                .contains("Maak online", "Sluit de aanmelding", "Maak een kopie", "Zeg af")
                .contains("href=\"/organise/events/tafel/people\"", "href=\"/organise/events/tafel/cancel\"")
                .doesNotContain("Publiceer", "Gooi concept weg");
    }

    @Test
    void aDraftShowsTheSeatsItWillHave() {
        event("tafel").seats(12).draft().in(database.pool());

        assertThat(house.reads("/organise/events/tafel"))
                .contains("De plekken tellen zodra de bijeenkomst openbaar is.", "<b class=\"number\">0</b> van 12")
                .contains("Publiceer", "Gooi concept weg")
                .doesNotContain("Zeg af", "Maak online");
    }

    @Test
    void aFacilitatorLooksAndFindsNoButtons() {
        event("tafel").in(database.pool());

        assertThat(house.getAs(Role.FACILITATOR, "/organise/events/tafel").body())
                .contains("De Schoor")
                .doesNotContain("Wat kunt u doen?", "/cancel");
        assertThat(house.getAs(Role.FACILITATOR, "/organise/events").body()).doesNotContain("Nieuwe bijeenkomst");
    }
}
