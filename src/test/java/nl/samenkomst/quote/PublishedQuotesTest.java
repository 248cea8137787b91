package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.OwnLinks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is shown that its author does not agree to at that moment, on any node. */
class PublishedQuotesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static QuoteHouse house;
    private static OpenHouse secondNode;

    private final Evening evening = house.evening();

    @BeforeAll
    static void open(@TempDir Path data, @TempDir Path other) {
        house = new QuoteHouse(database, data);
        secondNode = OpenHouse.on(database.url(), other, Map.of());
    }

    @AfterAll
    static void close() {
        secondNode.close();
        house.close();
    }

    @Test
    void whatIsApprovedStandsWhereItsAuthorSaidAndNowhereElse() {
        var everywhere =
                SampleQuote.of(evening.event()).saying("Overal.").approved().in(database);
        SampleQuote.of(evening.event())
                .saying("Alleen hier.")
                .allowed(Scope.RECAP)
                .approved()
                .in(database);
        SampleQuote.of(evening.event())
                .saying("Alleen dit jaar.")
                .allowed(Scope.REVIEW)
                .approved()
                .in(database);
        SampleQuote.of(evening.event()).saying("Nog niet bekeken.").in(database);
        var rejected = SampleQuote.of(evening.event())
                .saying("Liever niet.")
                .approved()
                .in(database);
        house.act(rejected, "reject", "reason", "Te lang geleden.");

        assertThat(evening.words(Scope.RECAP)).containsExactlyInAnyOrder("Overal.", "Alleen hier.");
        assertThat(evening.words(Scope.REVIEW)).containsExactlyInAnyOrder("Overal.", "Alleen dit jaar.");
        assertThat(evening.words(Scope.SOCIAL)).containsExactly("Overal.");
        assertThat(evening.published()).contains("Overal.").doesNotContain("Alleen", "Nog niet", "Liever");
        assertThat(await(new PublishedQuotes(database.pool())
                                .ofNetwork(
                                        evening.network().id(),
                                        Scope.REVIEW,
                                        Instant.EPOCH,
                                        evening.event().start()))
                        .stream()
                        .map(PublishedQuote::event))
                .doesNotContain(evening.event().slug());
        assertThat(await(new PublishedQuotes(database.pool())
                        .ofEvent(evening.event().id(), Scope.SOCIAL)))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.id()).isEqualTo(everywhere);
                    assertThat(quote.attribution()).isEmpty();
                    assertThat(quote.event()).isEqualTo(evening.event().slug());
                });
    }

    @Test
    void eachOfTheseAloneHidesWords() {
        var hiding = List.of(
                "update quote set status = 'given' where id = $1",
                "update quote set status = 'rejected' where id = $1",
                "update quote set held = true where id = $1",
                "update quote set withdrawn_at = now() where id = $1",
                "update wording set consented_at = null where quote_id = $1",
                "update wording set words = null, withdrawn_at = now() where quote_id = $1",
                "update wording set scopes = array['recap', 'review'] where quote_id = $1",
                "insert into wording (quote_id, version, words, attribution, scopes, language, by, made_at)"
                        + " select quote_id, 2, 'Nooit gezegd.', attribution, scopes, language, 'staff', now()"
                        + " from wording where quote_id = $1");

        assertThat(hiding).allSatisfy(statement -> {
            var quote = SampleQuote.of(evening.event()).approved().in(database);
            assertThat(evening.words(Scope.SOCIAL)).hasSize(1);

            await(database.pool().preparedQuery(statement).execute(Tuple.of(quote)));

            assertThat(evening.words(Scope.SOCIAL)).as(statement).isEmpty();
        });
    }

    @Test
    void theWallIsKeptByNobodySetsNoCookieAndIsFramedByNamedSitesAlone() {
        var wall = house.visitor().get("/embed/networks/" + evening.network().slug() + "/quotes");

        assertThat(wall.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(wall.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(wall.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://elaa.example");
        SampleQuote.of(SampleEvent.of(evening.network())
                        .visibility(Event.Visibility.CLOSED)
                        .start(Instant.now().minus(Duration.ofDays(1)))
                        .in(database.pool()))
                .saying("Besloten.")
                .approved()
                .in(database);
        assertThat(evening.published()).doesNotContain("Besloten.");
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
    void whatIsWithdrawnIsGoneFromEverythingAtOnceOnEveryNodeAndNoWordIsKept() {
        var given = evening.give(evening.form(
                "words", "Weg ermee straks.", "attribution", "role", "role", "vrijwilliger", "scopes", "social"));
        var quote = house.quote(given);
        house.act(quote, "approve");
        assertThat(evening.published()).contains("Weg ermee straks.");
        var before = house.version(quote);
        house.visitor().get(house.link(given));
        assertThat(house.version(quote)).as("looking changes nothing").isEqualTo(before);

        assertThat(house.visitor()
                        .post(house.link(given) + "/withdraw", Map.of("token", "forged"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.own(given, "withdraw").statusCode()).isEqualTo(303);

        for (var node : List.of(house.visitor(), secondNode.visitor())) {
            assertThat(node.get("/embed/networks/" + evening.network().slug() + "/quotes")
                            .body())
                    .doesNotContain("Weg ermee");
            var listed =
                    node.get("/api/v1/events/" + evening.event().slug() + "/quotes", "Authorization", house.bearer());
            assertThat(listed.body()).contains("\"withdrawn\"").doesNotContain("Weg ermee", "vrijwilliger");
        }
        assertThat(evening.words(Scope.SOCIAL)).isEmpty();
        assertThat(house.visitor().get(house.link(given)).body())
                .contains("Uw woorden zijn weg")
                .doesNotContain("Weg ermee", "Haal mijn woorden weg");
        assertThat(evening.desk("?show=all").body())
                .contains("Ingetrokken", "trok deze woorden in")
                .doesNotContain("Weg ermee");
        var row = house.wording(quote);
        assertThat(row.getString("words")).isNull();
        assertThat(row.getString("role")).isNull();
        assertThat(row.getOffsetDateTime("consented_at")).isNotNull();
        assertThat(await(new QuoteStore(database.pool()).address(quote))).isEmpty();
        assertThat(house.own(given, "withdraw").statusCode())
                .as("once more changes nothing")
                .isEqualTo(303);
    }

    @Test
    void theLinkLivesOnAfterTheRegistrationAndErasingOneselfWithdrawsOnesWords() {
        var ada = house.hall().register(evening.event(), "Ada");
        var given = house.visitor()
                .post(
                        evening.byLink(ada),
                        evening.form("words", "Van Ada.", "attribution", "none", "scopes", "social"));
        house.act(house.quote(given), "approve");
        var own = OwnLinks.path(house.links(), ada);
        assertThat(house.visitor().get(own + "/data.json").body()).contains("Van Ada.", "consentText");
        await(database.pool()
                .preparedQuery(
                        "update event set starts_at = starts_at - interval '2 years', ends_at = ends_at - interval '2 years' where id = $1")
                .execute(Tuple.of(evening.event().id())));
        assertThat(house.visitor().get(own).statusCode()).isEqualTo(410);
        assertThat(house.visitor().get(house.link(given)).statusCode()).isEqualTo(200);
        assertThat(evening.published()).contains("Van Ada.");
        await(database.pool()
                .preparedQuery(
                        "update event set starts_at = starts_at + interval '2 years', ends_at = ends_at + interval '2 years' where id = $1")
                .execute(Tuple.of(evening.event().id())));

        var token = OwnLinks.formToken(house.links(), ada, "erase");
        assertThat(house.visitor().post(own + "/erase", Map.of("token", token)).statusCode())
                .isEqualTo(200);

        assertThat(evening.published()).doesNotContain("Van Ada.");
        assertThat(house.wording(house.quote(given)).getString("words")).isNull();
        assertThat(house.visitor().get(house.link(given)).body()).contains("Uw woorden zijn weg");
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

    @Test
    void whatPeopleWriteIsShownAsText() {
        var quote = SampleQuote.of(evening.event())
                .saying("<b>Vet</b> & \"goed\"")
                .by("Ada <script>", "huisarts")
                .approved()
                .in(database);

        for (var page : List.of(
                evening.published(),
                evening.desk("?show=approved").body(),
                house.look(quote).body())) {
            assertThat(page).contains("&lt;b&gt;Vet&lt;/b&gt; &amp;").doesNotContain("<b>Vet", "<script>,");
        }
    }
}
