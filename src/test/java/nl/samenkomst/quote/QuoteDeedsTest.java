package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Staff judge words and propose others; nobody agrees to, or approves, what they never saw. */
class QuoteDeedsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static QuoteHouse house;

    private final Evening evening = house.evening();

    @BeforeAll
    static void open(@TempDir Path data) {
        house = new QuoteHouse(database, data);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void otherWordsAreShownOnlyOnceTheirAuthorAgreesAndThenAtOnce() {
        var ada = house.hall().register(evening.event(), "Ada");
        var given = house.visitor()
                .post(
                        evening.byLink(ada),
                        evening.form("words", Evening.WORDS, "attribution", "none", "scopes", "social"));
        var quote = house.quote(given);

        assertThat(house.act(quote, "words", "words", "").statusCode()).isEqualTo(422);
        assertThat(house.act(quote, "words", "words", "Dat zei mevrouw De Wit.").body())
                .contains("cliënt");
        assertThat(house.act(quote, "words", "words", "Ik ken nu gezichten.").statusCode())
                .isEqualTo(303);

        assertThat(evening.desk("?show=proposed").body())
                .contains(
                        "Wacht op schrijver", "<del>" + Evening.WORDS, "Ik ken nu gezichten.", "Herinner de schrijver");
        assertThat(house.act(quote, "approve").statusCode()).isEqualTo(409);
        assertThat(house.patch(quote, "*", "approved").statusCode()).isEqualTo(409);
        assertThat(evening.published()).doesNotContain("gezichten");
        eventuallyPasses(
                () -> assertThat(house.mail("Mogen het ook deze")).contains("Ik ken nu gezichten.", house.link(given)));

        assertThat(house.own(given, "answer", "answer", "yes").statusCode()).isEqualTo(303);
        assertThat(evening.published()).contains("Ik ken nu gezichten.");
        assertThat(house.wordings(quote)).isEqualTo(2);
        assertThat(house.own(given, "answer", "answer", "yes").statusCode())
                .as("it was answered")
                .isEqualTo(409);
    }

    @Test
    void whoRefusesOtherWordsKeepsTheirOwnAndWhatWasProposedIsNotKept() {
        var given = evening.give(evening.form("words", Evening.WORDS, "attribution", "none", "scopes", "social"));
        var quote = house.quote(given);
        house.act(quote, "words", "words", "Liever zo.");
        assertThat(evening.desk("?show=proposed").body())
                .contains("gaf geen adres")
                .doesNotContain("Herinner de schrijver");

        var seen = house.version(quote);
        house.act(quote, "take-back");
        house.act(quote, "words", "words", "Of zo?");
        assertThat(house.own(given, "answer", "answer", "yes", "version", String.valueOf(seen))
                        .statusCode())
                .as("nobody agrees to what they never saw")
                .isEqualTo(409);

        assertThat(house.own(given, "answer", "answer", "no").statusCode()).isEqualTo(303);
        assertThat(house.wordings(quote)).isEqualTo(1);
        assertThat(evening.desk("?show=given").body()).contains(Evening.WORDS, "nee tegen uw voorstel");
        assertThat(evening.published()).doesNotContain("Liever zo.", "Of zo?");
    }

    @Test
    void whoSaysItOtherwiseIsLookedAtAgainAndNobodyApprovesWhatTheyNeverSaw() {
        var given = evening.give(evening.form("words", Evening.WORDS, "attribution", "none", "scopes", "social"));
        var quote = house.quote(given);
        var seen = house.version(quote);
        house.act(quote, "approve");
        assertThat(evening.published()).contains(Evening.WORDS);

        var again = house.own(given, "words", "words", "Heel iets anders.", "attribution", "none", "scopes", "social");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(evening.published()).doesNotContain(Evening.WORDS, "Heel iets anders.");
        assertThat(house.act(quote, "approve", "version", String.valueOf(seen)).statusCode())
                .isEqualTo(409);
        assertThat(evening.published()).doesNotContain("Heel iets anders.");

        house.act(quote, "approve");
        assertThat(evening.published()).contains("Heel iets anders.");
    }

    @Test
    void programsApproveAndRejectUnderTheRulesOfEveryPatch() {
        var quote = SampleQuote.of(evening.event())
                .by("Grace Owusu", "vrijwilliger")
                .in(database);
        var one = house.visitor().get("/api/v1/quotes/" + quote, "Authorization", house.bearer());
        var json = new JsonObject(one.body());
        assertThat(json.getString("status")).isEqualTo("given");
        assertThat(json.getString("name")).isEqualTo("Grace Owusu");
        assertThat(json.getJsonArray("scopes")).isEqualTo(new JsonArray(List.of("recap", "review", "social")));

        var path = "/api/v1/quotes/" + quote;
        assertThat(house.visitor()
                        .json("PATCH", path, "{\"status\":\"approved\"}", "Authorization", house.bearer())
                        .statusCode())
                .isEqualTo(428);
        assertThat(house.patch(quote, "\"99\"", "approved").statusCode()).isEqualTo(412);
        assertThat(house.patch(quote, "*", "published").statusCode()).isEqualTo(422);
        var etag = one.headers().firstValue("ETag").orElseThrow();
        assertThat(new JsonObject(house.patch(quote, etag, "approved").body()).getString("status"))
                .isEqualTo("approved");
        assertThat(evening.words(Scope.RECAP)).hasSize(1);
        assertThat(house.patch(quote, etag, "rejected").statusCode()).isEqualTo(412);
        assertThat(house.patch(quote, "*", "rejected").statusCode()).isEqualTo(200);
        assertThat(evening.words(Scope.RECAP)).isEmpty();
    }
}
