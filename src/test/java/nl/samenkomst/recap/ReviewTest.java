package nl.samenkomst.recap;

import static nl.samenkomst.recap.ReviewHouse.MARCH;
import static nl.samenkomst.recap.ReviewHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenkomst.account.Role;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network's year: what everybody reads of it, and how an organiser writes it. */
class ReviewTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    ReviewHouse house;

    @BeforeEach
    void aYear() {
        house = new ReviewHouse(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobodyReadsItBeforeItIsPublishedAndEverybodyAfterIt() {
        assertThat(house.visit(house.page(2026)).statusCode()).isEqualTo(404);

        house.publish(Map.of("intro[nl]", "Een **goed** jaar.", "next[nl]", "<script>alert(1)</script>"));

        var answer = house.visit(house.page(2026));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Een <strong>goed</strong> jaar.", "&lt;script&gt;alert(1)")
                .contains("wijktafel in één wijk", "mensen aan tafel", "organisaties, waarvan 2 klein")
                .contains("<use href=\"#sat-room\"/>", "Steeds in de zaal")
                .doesNotContain("<script>alert");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=30");
        assertThat(house.visit(house.page(2026) + "?lang=en").body())
                .contains("Looking back and ahead", "Een <strong>goed</strong> jaar.", "lang=\"nl\"");
    }

    @Test
    void aYearThatIsNoneOrHadNothingInItIsNotFound() {
        house.publish(Map.of());

        assertThat(List.of("2025", "2027", "1999", "9999", "26", "x", "2026a"))
                .allSatisfy(year -> assertThat(house.visit(house.pages() + year).statusCode())
                        .isEqualTo(404))
                .allSatisfy(year -> assertThat(house.desk(year).statusCode()).isEqualTo(404));
        assertThat(house.send(house.path("2025"), Map.of("version", "0")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageIsTheSameWhenAllPersonsAreAnonymised() {
        house.publish(Map.of());
        var before = house.visit(house.page(2026)).body();

        Guests.anonymised(database.pool());
        Guests.counted(database.pool(), NOW.plus(Duration.ofDays(400)));

        assertThat(house.visit(house.page(2026)).body()).isEqualTo(before).contains("<dd>3</dd>");
    }

    @Test
    void closedGatheringsAreCountedAndNothingElseIsToldOfThem() {
        var closed = SampleEvent.of(house.network)
                .format("stuurgroep")
                .visibility(Event.Visibility.CLOSED)
                .start(MARCH.plus(Duration.ofDays(7)))
                .in(database.pool());
        house.rename(closed, "Het geheime plan");
        house.recap(closed, "Geheim resultaat");
        var unlisted = SampleEvent.of(house.network)
                .visibility(Event.Visibility.LINK)
                .attendance(Gathering.ON_SITE)
                .start(MARCH.plus(Duration.ofDays(8)))
                .in(database.pool());
        house.recap(unlisted, "Geheim resultaat van wie de link had");
        house.counted();
        house.publish(Map.of());

        assertThat(house.visit(house.page(2026)).body())
                .contains("keer de stuurgroep")
                .doesNotContain("geheime", "Geheim", "12 maart", "sat-both\"/>");
    }

    @Test
    void whatOnlyWhoHasTheLinkFindsIsDrawnAndNothingThatCameOfItIsToldToOthers() {
        house.recap(house.march, "Eén nummer voor tolken");
        var photo = house.photo("Vier mensen buigen zich over een kaart");
        house.quote("Nu ken ik haar gezicht.", "huisarts");
        assertThat(house.get(house.path("2026"))).contains("nummer voor tolken", photo.toString(), "haar gezicht");

        house.execute("update event set visibility = 'link' where id = '" + house.march.id() + "'");

        assertThat(house.get(house.path("2026")))
                .doesNotContain("nummer voor tolken", photo.toString(), "haar gezicht");
        house.publish(Map.of());
        var page = house.visit(house.page(2026));
        assertThat(page.body()).contains("getekend per wijk en maand").doesNotContain("haar gezicht");
        assertThat(page.headers().firstValue("Vary")).hasValue("Accept-Language, Cookie");
    }

    @Test
    void theYearTellsWhenTheTablesMovedAndWhoCameMoreOftenThanBefore() {
        house.table(Instant.parse("2026-05-05T18:00:00Z"), Gathering.ONLINE);
        house.outdoors(house.table(Instant.parse("2026-07-05T18:00:00Z"), Gathering.ON_SITE));
        house.table(Instant.parse("2026-09-05T18:00:00Z"), Gathering.HYBRID);
        house.reached(2025, "", 1);
        house.reached(2025, "informal", 0);
        house.counted();
        house.publish(Map.of());

        assertThat(house.visit(house.page(2026)).body())
                .contains("Van de zaal naar het scherm, naar buiten en weer terug")
                .contains("Maart in de zaal, mei online, juli buiten en vanaf september in de zaal en online tegelijk.")
                .contains("Meer kleine organisaties", ", 2 meer dan in 2025")
                .contains("4 tafels, getekend per wijk en maand");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-23T18:00:00Z, Wat komt er?", "2027-01-14T18:00:00Z, Wat komt er in 2027?"})
    void whatComesNextIsNotCalledOfNextYearWhileItIsStillThisYear(Instant start, String title) {
        house.table(start, Gathering.ON_SITE);
        house.publish(Map.of());

        assertThat(house.visit(house.page(2026)).body()).contains(">" + title + "</h2>");
    }

    @Test
    void ofANetworkWithoutNeighbourhoodsNoneAreNamed() {
        house.execute("update registration set area_id = null; update event set area_id = null; delete from area");
        house.publish(Map.of());

        assertThat(house.visit(house.page(2026)).body())
                .contains("<b dir=\"auto\">" + house.network.name())
                .doesNotContain("Alle wijken");
    }

    @Test
    void whatCameOfItIsWhatIsPublishedAndChosen() {
        var april = house.table(Instant.parse("2026-04-05T18:00:00Z"), Gathering.ON_SITE);
        house.recap(house.march, "Eén nummer voor tolken");
        house.recap(april, "Er is een buurtkaart");
        house.counted();
        assertThat(house.get(house.path("2026"))).contains("Eén nummer voor tolken", "Er is een buurtkaart");

        house.publish(Map.of("showResults", april.id().toString()));

        assertThat(house.visit(house.page(2026)).body())
                .contains("Er is een buurtkaart")
                .doesNotContain("nummer voor tolken");

        house.execute("update recap set published_at = null");
        assertThat(house.visit(house.page(2026)).body()).doesNotContain("buurtkaart");
    }

    @Test
    void wordsWithoutALiveConsentAreNotOnIt() {
        var quote = house.quote("Nu ken ik haar gezicht.", "huisarts");
        house.publish(Map.of("showQuotes", quote.toString()));
        assertThat(house.visit(house.page(2026)).body()).contains("“Nu ken ik haar gezicht.”", "huisarts");

        house.execute("update wording set words = null, role = null, withdrawn_at = now()");

        assertThat(house.visit(house.page(2026)).body()).doesNotContain("gezicht", "huisarts");
    }

    @Test
    void aPhotoIsThereUntilSomebodyOnItAsksItAway() {
        house.recap(house.march, "Eén nummer voor tolken");
        var photo = house.photo("Vier mensen buigen zich over een kaart");
        house.publish(Map.of("showPhotos", photo.toString()));
        assertThat(house.visit(house.page(2026)).body())
                .contains("/photos/" + photo, "alt=\"Vier mensen buigen", "/photos/" + photo + "/remove");

        house.execute("update photo set asked_at = now()");
        assertThat(house.visit(house.page(2026)).body()).doesNotContain("/photos/");

        house.execute("update photo set asked_at = null, basis = null");
        assertThat(house.visit(house.page(2026)).body()).doesNotContain("/photos/");
    }

    @Test
    void whoSavesAfterAnotherSeesBothVersions() {
        assertThat(house.save(Map.of("intro[nl]", "Hun woorden", "version", "0"))
                        .statusCode())
                .isEqualTo(303);

        var answer = house.save(Map.of("intro[nl]", "Mijn woorden", "version", "0"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Iemand anders was u voor", "Hun woorden", "Mijn woorden");
        assertThat(house.save(Map.of("intro[nl]", "x", "version", "nee")).statusCode())
                .isEqualTo(409);
        assertThat(house.get(house.path("2026"))).contains("Hun woorden");
    }

    @Test
    void whatIsTooLongIsSaidAtItsFieldAndKept() {
        var answer = house.save(Map.of("line[nl]", "o".repeat(121), "intro[en]", "Kept.", "version", "0"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>Fout: ", "id=\"line-nl-error\"", "Kept.", "o".repeat(121));
        assertThat(house.log()).isEmpty();
    }

    @Test
    void itIsTakenBackAndWhatWasWrittenStays() {
        house.publish(Map.of("intro[nl]", "Een goed jaar."));

        assertThat(house.send(house.path("2026") + "/take-back", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(house.visit(house.page(2026)).statusCode()).isEqualTo(404);
        assertThat(house.get(house.path("2026"))).contains("Een goed jaar.", "Bewaar en publiceer");
        assertThat(house.save(Map.of("version", "1", "then", "publish")).statusCode())
                .as("who still had the form open")
                .isEqualTo(409);
        assertThat(house.send(house.path("2026") + "/take-back", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(house.log()).containsExactly("review.write", "review.publish", "review.take-back");
    }

    @Test
    void aFacilitatorReadsAndDoesNotWrite() {
        assertThat(house.getAs(Role.FACILITATOR, house.years()).body()).contains(house.path("2026"));
        assertThat(List.of(house.path("2026"), house.path("2026") + "/preview")).allSatisfy(path -> assertThat(
                        house.getAs(Role.FACILITATOR, path).body())
                .contains("Dit is een voorbeeld", "noindex")
                .doesNotContain("<textarea"));
        assertThat(house.postAs(Role.FACILITATOR, house.path("2026")).statusCode())
                .isEqualTo(403);
        assertThat(house.postAs(Role.FACILITATOR, house.path("2026") + "/take-back")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theYearsAreListedWithHowFarTheyAre() {
        assertThat(house.get(house.years())).contains("2026", "één bijeenkomst", "Nog niet geschreven");

        house.save(Map.of("version", "0"));
        assertThat(house.get(house.years())).contains("Concept");
    }

    @Test
    void theNetworkShowsThePublishedYearsWithALine() {
        assertThat(house.visit("/networks/" + house.network.slug()).body()).doesNotContain("Terugblik en vooruitblik");

        house.publish(Map.of());
        assertThat(house.visit("/networks/" + house.network.slug()).body())
                .contains("Terugblik en vooruitblik", house.page(2026), "1 wijktafel. 3 mensen.");

        assertThat(house.save(Map.of("line[nl]", "Het eerste jaar.", "version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.visit("/networks/" + house.network.slug()).body()).contains("Het eerste jaar.");
    }

    @Test
    void thePaperBearsTheAddressAndNobodyCanWriteStylesIntoIt() {
        assertThat(ReviewPaper.quoted("a\"}\\ é<")).isEqualTo("\"a\\22 \\7d \\5c  \\e9 \\3c \"");

        var sheet = house.visit(house.page(2026) + "/paper.css?lang=nl");

        assertThat(sheet.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(sheet.body()).contains("@page", "counter(page) \" \" \"v\" \"a\" \"n\" \" \" counter(pages)");
        assertThat(house.visit(house.pages() + "x/paper.css").statusCode()).isEqualTo(404);
    }
}
