package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

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
        for (var unlisted : List.of(Event.Visibility.CLOSED, Event.Visibility.LINK)) {
            SampleQuote.of(SampleEvent.of(evening.network())
                            .visibility(unlisted)
                            .start(Instant.now().minus(Duration.ofDays(1)))
                            .in(database.pool()))
                    .saying("Besloten.")
                    .approved()
                    .in(database);
        }
        assertThat(evening.published()).doesNotContain("Besloten.");
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
