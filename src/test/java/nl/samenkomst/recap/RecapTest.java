package nl.samenkomst.recap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.quote.SampleQuote;
import nl.samenkomst.quote.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of a gathering: how it is written, who may read it and until when. */
class RecapTest {

    private static final String FACTS =
            "Op 10 december zaten 3 mensen van 2 organisaties bij elkaar, 2 in De Schoor en 1 online.";
    private static final String RESULT = "De kaart hangt bij drie huisartsen.";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private RecapHouse house;

    @BeforeEach
    void open() {
        house = new RecapHouse(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aDraftIsMadeOfFactsAndNothingIsKeptOfIt() {
        house.counted();

        assertThat(house.reads(house.desk())).contains(FACTS, "On 10 December, 3 people from 2 organisations met");
        assertThat(house.reads(house.desk() + "/preview")).contains(FACTS, "Zo ziet iedereen de terugblik.");
        assertThat(house.sql("select 1 from recap")).isEmpty();
    }

    @Test
    void nobodyFindsItBeforeItIsPublishedNorAfterItIsTakenBack() {
        assertThat(house.visit(house.page()).statusCode()).isEqualTo(404);
        saved(Map.of("nl[results]", RESULT));
        assertThat(house.visit(house.page()).statusCode()).isEqualTo(404);

        house.publish(RESULT, 1);
        assertThat(house.visit(house.page()).body()).contains(RESULT);
        assertThat(house.visit("/events/tafel").body()).contains("Terugblik op de wijktafel", RESULT);

        house.post(house.desk() + "/take-back", Map.of());
        assertThat(house.visit(house.page()).statusCode()).isEqualTo(404);
        assertThat(house.visit("/events/tafel").body())
                .contains("Wijktafel Haven")
                .doesNotContain(RESULT);
    }

    @Test
    void thePageTellsWhatWasCountedAndIsKeptForHalfAMinuteAtMost() {
        house.counted();
        house.published();

        var page = house.visit(house.page());

        assertThat(page.body())
                .contains(FACTS, "Een greep uit de resultaten", RESULT, "Wie waren er?", "Kleine organisaties")
                .doesNotContain("ada", "Elaa<");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("public, max-age=30");
        var tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(house.visit(house.page(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(house.visit(house.page() + "?lang=en").body()).contains("On 10 December", "lang=\"nl\"", RESULT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://us02web.zoom.us/j/1, via Zoom.",
        "https://meet.google.com/x, via Google Meet.",
        "https://video.example/zoom.us/jitske, online."
    })
    void whereTheyMetOnlineIsKnownByTheMachineAndNotByWhatElseIsInTheAddress(String address, String words) {
        house.counted();
        house.sql("update meeting set url = $1", address);
        house.sql("update event set version = version + 1");
        house.published();

        assertThat(house.visit(house.page()).body()).contains("en 1 " + words);
    }

    @Test
    void aSentenceThatWasLeftAsItWasMadeFollowsTheNumbers() {
        house.counted();
        house.post(house.desk(), Map.of("version", "0", "nl[intro]", FACTS, "nl[results]", RESULT, "do", "publish"));
        house.sql("update tally set n = 5 where attendance = 'online'");
        assertThat(house.visit(house.page() + "?lang=nl").body()).contains("zaten 7 mensen");

        house.post(house.desk(), Map.of("version", "1", "nl[intro]", "Het was vol.", "nl[results]", RESULT));

        assertThat(house.visit(house.page()).body()).contains("Het was vol.").doesNotContain("zaten 7 mensen");
    }

    @Test
    void whoWasOvertakenSeesBothVersionsAndKeepsWhatTheyTyped() {
        saved(Map.of("nl[results]", "Van een ander."));

        var answer = house.post(house.desk(), Map.of("version", "0", "nl[results]", "Van mij."));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Van een ander.", "Van mij.", "name=\"version\" value=\"1\"", "Fout:");
        assertThat(house.reads(house.desk())).contains("Van een ander.").doesNotContain("Van mij.");
    }

    @Test
    void whatIsTooLongIsRefusedBesideItsFieldAndStaysTyped() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("version", "0");
        typed.put("nl[intro]", "a".repeat(601));
        typed.put("nl[results]", "regel\n".repeat(13));

        var answer = house.post(house.desk(), typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#nl-intro\"", "href=\"#nl-results\"", "a".repeat(601));
        assertThat(house.sql("select 1 from recap")).isEmpty();
    }

    @Test
    void htmlIsShownAsText() {
        house.publish("<script>alert(1)</script>", 0);

        assertThat(house.visit(house.page()).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void wordsOfParticipantsStandInItWhileTheyMayAndAreNotLeftOut() {
        var kept = SampleQuote.of(house.event)
                .saying("Een nuttige avond.")
                .approved()
                .in(database);
        var left = SampleQuote.of(house.event)
                .saying("Veel informatie.")
                .approved()
                .in(database);
        SampleQuote.of(house.event)
                .saying("Alleen hier.")
                .allowed(Scope.SOCIAL)
                .approved()
                .in(database);
        SampleQuote.of(house.event).saying("Nog niet bekeken.").in(database);
        house.post(
                house.desk(),
                Map.of("version", "0", "nl[results]", RESULT, "leftOut", left.toString(), "do", "publish"));

        assertThat(house.visit(house.page()).body())
                .contains("Een nuttige avond.")
                .doesNotContain("Veel informatie.", "Alleen hier.", "Nog niet bekeken.");

        house.sql("update quote set withdrawn_at = now() where id = $1", kept);
        house.post(house.desk(), Map.of("version", "1", "nl[results]", RESULT));
        assertThat(house.visit(house.page()).body()).doesNotContain("Een nuttige avond.");
    }

    @Test
    void aClosedGatheringStandsInNoPublicPlace() {
        house.sql("update event set visibility = 'closed' where slug = 'tafel'");
        assertThat(house.reads(house.desk()))
                .contains("Een besloten bijeenkomst")
                .doesNotContain("value=\"publish\"");
        var answer = house.publish(RESULT, 0);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Een besloten bijeenkomst staat op geen enkele openbare plek.");

        house.sql(
                "insert into recap (event_id, organisation_id, published_at) values ($1, $2, now())",
                house.event.id(),
                house.organisation.id());
        assertThat(house.visit(house.page()).statusCode()).isEqualTo(404);
        assertThat(house.reads(house.desk() + "/preview")).contains("Wijktafel Haven");
    }

    @Test
    void whatIsNotOverHasNoRecapYet() {
        SampleEvent.of(house.network)
                .slug("morgen")
                .start(RecapHouse.NOW.plus(Duration.ofDays(1)))
                .in(database.pool());

        var answer = house.post("/organise/events/morgen/recap", Map.of("version", "0", "do", "publish"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(house.visit("/events/morgen/recap").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsMovedToADayToComeHasNoRecapAnyMore() {
        house.published();
        house.sql("""
                update event set starts_at = starts_at + interval '9 days', ends_at = ends_at + interval '9 days', version = version + 1
                """);

        assertThat(house.visit(house.page()).statusCode()).isEqualTo(404);
    }

    @Test
    void theNextOneInTheNeighbourhoodStandsBesideIt() {
        var later = RecapHouse.NOW.plus(Duration.ofDays(20));
        SampleEvent.of(house.network)
                .slug("elders")
                .start(later.minusSeconds(9_000))
                .in(database.pool());
        SampleEvent.of(house.network)
                .slug("hierna")
                .area(house.network.areas().get(0).id())
                .start(later)
                .in(database.pool());
        house.published();

        assertThat(house.visit(house.page()).body())
                .contains("De volgende keer in Almere Haven", "/events/hierna")
                .doesNotContain("/events/elders");
    }

    @Test
    void theNetworksPageTellsWhatCameOfItsGatherings() {
        house.counted();
        house.published();

        assertThat(house.visit("/networks/" + house.network.slug()).body())
                .contains("Wat kwam eruit?", RESULT, "3 mensen", "2 organisaties", "/events/tafel/recap");
    }

    @Test
    void theWorkspaceListsWhatWasHeldAndHowFarItIs() {
        SampleQuote.of(house.event).in(database);
        SampleEvent.of(house.network)
                .slug("oud")
                .start(RecapHouse.NOW.minus(Duration.ofDays(400)))
                .in(database.pool());
        saved(Map.of("nl[results]", RESULT));

        assertThat(house.reads("/organise/lookback"))
                .contains("/organise/events/tafel/recap", "Concept", "/review/2026", "/review/2025")
                .doesNotContain("/organise/events/oud/");
        assertThat(house.reads("/organise/lookback?network=" + house.network.slug()))
                .contains("/events/tafel/");
        var foreign = SampleNetwork.in(database.pool());
        assertThat(house.get("/organise/lookback?network=" + foreign.slug()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherOrganisationFindsNothing() {
        var staff = new SomeStaff(database.pool());
        var bearer = staff.bearer(staff.organisation("elders"), Role.OWNER);

        assertThat(house.visit(house.desk(), "Authorization", bearer).statusCode())
                .isEqualTo(404);
        assertThat(house.visit(house.desk() + "/preview", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(404);
    }

    private void saved(Map<String, String> typed) {
        var form = new LinkedHashMap<>(typed);
        form.put("version", "0");
        assertThat(house.post(house.desk(), form).statusCode()).isEqualTo(303);
    }
}
