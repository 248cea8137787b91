package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Words are given, judged, reworded, withdrawn; and nothing is shown that its author does not agree to at that moment. */
class QuotesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    @TempDir
    static Path other;

    private static final String CODE = "1234";
    private static final String WORDS = "Ik ken nu het gezicht achter het telefoonnummer.";

    private static OpenHouse house;
    private static OpenHouse secondNode;
    private static Visitor visitor;
    private static Organisation ours;
    private static String bearer;
    private static String session;

    private final Network network = SampleNetwork.in(database.pool(), ours);
    private final Event event = SampleEvent.of(network)
            .start(Instant.now().minus(Duration.ofHours(3)))
            .in(database.pool());

    @BeforeAll
    static void open() {
        house = OpenHouse.on(database.url(), data, Map.of());
        secondNode = OpenHouse.on(database.url(), other, Map.of());
        visitor = house.visitor();
        var staff = new SomeStaff(database.pool());
        ours = staff.organisation("elaa");
        bearer = staff.bearer(ours, Role.FACILITATOR);
        session = staff.session(staff.member(ours, Role.FACILITATOR));
        await(database.pool()
                .preparedQuery("update organisation set embedders = $2 where id = $1")
                .execute(Tuple.tuple().addUUID(ours.id()).addArrayOfString(new String[] {"https://elaa.example"})));
    }

    @AfterAll
    static void close() {
        secondNode.close();
        house.close();
    }

    @Test
    void byTheirLinkSomebodyPicksWhatTheyJustWroteWithWhatTheyDo() {
        var ada = hall().register(event, "Ada");
        var form = form("sentences[0]", "Ik bel nu zelf.", "sentences[1]", WORDS, "pick", "1", "attribution", "role");
        form.putAll(Map.of("role", "vrijwilliger", "name", "Ada", "scopes", "recap"));

        var answer = visitor.post(byLink(ada), form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Dank u wel", "/quotes/", "mailen u deze link").doesNotContain("Bewaar deze link.");
        var row = wording(quote(answer));
        assertThat(row.getString("words")).isEqualTo(WORDS);
        assertThat(row.getString("role")).isEqualTo("vrijwilliger");
        assertThat(row.getString("name")).as("they did not want it shown").isNull();
        assertThat(row.getArrayOfStrings("scopes")).containsExactly("recap");
        assertThat(row.getString("language")).isEqualTo("nl");
        assertThat(row.getInteger("consent_text")).isEqualTo(Wording.CONSENT_TEXT);
        assertThat(row.getOffsetDateTime("consented_at")).isNotNull();
        eventuallyPasses(() -> assertThat(mail("Uw woorden over")).contains(link(answer)));
        assertThat(visitor.get(OwnLinks.path(house.links(), ada)).body()).contains(link(answer));
    }

    @Test
    void byTheRoomsCodeSomebodyWritesThemNamelessAndKeepsTheLink() {
        var answer = give(form("words", WORDS, "attribution", "none", "scopes", "social"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Bewaar deze link.").doesNotContain("mailen u deze link");
        assertThat(wording(quote(answer)).getString("attribution")).isEqualTo("none");
        assertThat(visitor.get(link(answer)).body()).contains(WORDS, "geen naam", "terugblik op het jaar: nee");
    }

    @Test
    void withNameAndAddressTheAddressIsSealedAndItsLetterCounts() {
        var form = form("words", WORDS, "attribution", "name", "name", "Marloes van der Veen", "role", "huisarts");
        form.putAll(Map.of("scopes", "review", "email", "marloes@mail.example"));

        var answer = give(form);

        assertThat(visitor.get(link(answer)).body()).contains("Marloes van der Veen, huisarts");
        var sealed = await(new QuoteStore(database.pool()).address(quote(answer))).orElseThrow();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("marloes");
        boolean counted = await(database.pool()
                .preparedQuery("select counted from outbox where subject = $1")
                .execute(Tuple.of(Quotes.subject(quote(answer))))
                .map(rows -> rows.iterator().next().getBoolean("counted")));
        assertThat(counted).isTrue();
    }

    @Test
    void nothingIsChosenBeforehandAndWhatIsMissingIsAskedWithAllThatWasTyped() {
        var nothing = give(form());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body())
                .contains("<title>Fout:", "#words", "#attribution", "#scopes")
                .doesNotContain(" checked");

        var some = give(form("words", WORDS, "scopes", "recap", "email", "geen adres", "sentences[0]", "Een zin."));
        assertThat(some.statusCode()).isEqualTo(422);
        assertThat(some.body()).contains(WORDS, "geen adres", "Een zin.", "value=\"recap\" id=\"scopes\" checked");

        var named = give(form("words", WORDS, "attribution", "name", "scopes", "recap", "name", "www.kwaad.example"));
        assertThat(named.body()).contains("#name", "#role");
        assertThat(give(form("words", "a".repeat(401), "attribution", "none", "scopes", "recap"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void neitherAnotherCodeNorAForgedFormNorAnErasedPersonGivesAnything() {
        var form = form("words", WORDS, "attribution", "none", "scopes", "recap");
        survey();
        form.put("code", "4321");
        assertThat(post("/events/" + event.slug() + "/feedback/quotes", form).statusCode()).isEqualTo(409);

        form.put("code", CODE);
        form.put("token", "forged");
        assertThat(post("/events/" + event.slug() + "/feedback/quotes", form).statusCode()).isEqualTo(422);

        var hall = hall();
        var ada = hall.register(event, "Ada");
        await(hall.registrations().erase(ada));
        assertThat(visitor.post(byLink(ada), form()).statusCode()).isEqualTo(410);
        assertThat(await(new QuoteStore(database.pool()).ofEvent(event.id()))).isEmpty();
    }

    @Test
    void theSameFormGivesOnceAndNobodyGivesMoreThanFive() {
        var ada = hall().register(event, "Ada");
        var form = form("words", WORDS, "attribution", "none", "scopes", "recap");
        var first = visitor.post(byLink(ada), form);

        assertThat(link(visitor.post(byLink(ada), form))).isEqualTo(link(first));
        for (int i = 1; i < Quotes.MOST; i++) {
            assertThat(visitor.post(byLink(ada), form("words", WORDS + i, "attribution", "none", "scopes", "recap"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(visitor.post(byLink(ada), form("words", "Nog een.", "attribution", "none", "scopes", "recap"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(await(new QuoteStore(database.pool()).ofEvent(event.id()))).hasSize(Quotes.MOST);
    }

    @Test
    void whoeverSeemsToNameAClientIsWarnedOnceAndThenHeldForALook() {
        var words = "Mevrouw De Wit uit de Pilotenstraat kon ik dezelfde week nog helpen.";
        var form = form("words", words, "attribution", "none", "scopes", "social");
        var warned = give(form);
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("Hier lijkt een cliënt te staan.", words, "name=\"warned\"");

        form.put("warned", "yes");
        var quote = quote(give(form));

        assertThat(desk("?show=given").body())
                .contains("Eerst kijken", "<mark>De Wit uit de Pilotenstraat</mark>", "Het is geen cliënt")
                .doesNotContain(quote + "/approve");
        assertThat(act(quote, "approve").statusCode()).isEqualTo(409);
        assertThat(patch(quote, "*", "approved").statusCode()).isEqualTo(409);
        assertThat(act(quote, "looked").statusCode()).isEqualTo(422);
        assertThat(published()).doesNotContain("Pilotenstraat");

        assertThat(act(quote, "looked", "sure", "yes").statusCode()).isEqualTo(303);
        assertThat(published()).contains("Pilotenstraat");
    }

    @Test
    void whatIsApprovedStandsWhereItsAuthorSaidAndNowhereElse() {
        var everywhere = SampleQuote.of(event).saying("Overal.").approved().in(database);
        SampleQuote.of(event).saying("Alleen hier.").allowed(Scope.RECAP).approved().in(database);
        SampleQuote.of(event).saying("Alleen dit jaar.").allowed(Scope.REVIEW).approved().in(database);
        SampleQuote.of(event).saying("Nog niet bekeken.").in(database);
        var rejected = SampleQuote.of(event).saying("Liever niet.").approved().in(database);
        act(rejected, "reject", "reason", "Te lang geleden.");

        assertThat(words(Scope.RECAP)).containsExactlyInAnyOrder("Overal.", "Alleen hier.");
        assertThat(words(Scope.REVIEW)).containsExactlyInAnyOrder("Overal.", "Alleen dit jaar.");
        assertThat(words(Scope.SOCIAL)).containsExactly("Overal.");
        assertThat(published()).contains("Overal.").doesNotContain("Alleen", "Nog niet", "Liever");
        assertThat(await(new PublishedQuotes(database.pool())
                                .ofNetwork(network.id(), Scope.REVIEW, Instant.EPOCH, event.start()))
                        .stream()
                        .map(PublishedQuote::event))
                .doesNotContain(event.slug());
        assertThat(await(new PublishedQuotes(database.pool()).ofEvent(event.id(), Scope.SOCIAL)))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.id()).isEqualTo(everywhere);
                    assertThat(quote.attribution()).isEmpty();
                    assertThat(quote.event()).isEqualTo(event.slug());
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
            var quote = SampleQuote.of(event).approved().in(database);
            assertThat(words(Scope.SOCIAL)).hasSize(1);

            await(database.pool().preparedQuery(statement).execute(Tuple.of(quote)));

            assertThat(words(Scope.SOCIAL)).as(statement).isEmpty();
        });
    }

    @Test
    void theWallIsKeptByNobodySetsNoCookieAndIsFramedByNamedSitesAlone() {
        var wall = visitor.get("/embed/networks/" + network.slug() + "/quotes");

        assertThat(wall.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(wall.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(wall.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://elaa.example");
        SampleQuote.of(SampleEvent.of(network)
                        .visibility(Event.Visibility.CLOSED)
                        .start(Instant.now().minus(Duration.ofDays(1)))
                        .in(database.pool()))
                .saying("Besloten.")
                .approved()
                .in(database);
        assertThat(published()).doesNotContain("Besloten.");
    }

    @Test
    void otherWordsAreShownOnlyOnceTheirAuthorAgreesAndThenAtOnce() {
        var ada = hall().register(event, "Ada");
        var given = visitor.post(byLink(ada), form("words", WORDS, "attribution", "none", "scopes", "social"));
        var quote = quote(given);

        assertThat(act(quote, "words", "words", "").statusCode()).isEqualTo(422);
        assertThat(act(quote, "words", "words", "Dat zei mevrouw De Wit.").body()).contains("cliënt");
        assertThat(act(quote, "words", "words", "Ik ken nu gezichten.").statusCode()).isEqualTo(303);

        assertThat(desk("?show=proposed").body())
                .contains("Wacht op schrijver", "<del>" + WORDS, "Ik ken nu gezichten.", "Herinner de schrijver");
        assertThat(act(quote, "approve").statusCode()).isEqualTo(409);
        assertThat(patch(quote, "*", "approved").statusCode()).isEqualTo(409);
        assertThat(published()).doesNotContain("gezichten");
        eventuallyPasses(() -> assertThat(mail("Mogen het ook deze")).contains("Ik ken nu gezichten.", link(given)));

        assertThat(own(given, "answer", "answer", "yes").statusCode()).isEqualTo(303);
        assertThat(published()).contains("Ik ken nu gezichten.");
        assertThat(wordings(quote)).isEqualTo(2);
        assertThat(own(given, "answer", "answer", "yes").statusCode())
                .as("it was answered")
                .isEqualTo(409);
    }

    @Test
    void whoRefusesOtherWordsKeepsTheirOwnAndWhatWasProposedIsNotKept() {
        var given = give(form("words", WORDS, "attribution", "none", "scopes", "social"));
        var quote = quote(given);
        act(quote, "words", "words", "Liever zo.");
        assertThat(desk("?show=proposed").body()).contains("gaf geen adres").doesNotContain("Herinner de schrijver");

        var seen = version(quote);
        act(quote, "take-back");
        act(quote, "words", "words", "Of zo?");
        assertThat(own(given, "answer", "answer", "yes", "version", String.valueOf(seen))
                        .statusCode())
                .as("nobody agrees to what they never saw")
                .isEqualTo(409);

        assertThat(own(given, "answer", "answer", "no").statusCode()).isEqualTo(303);
        assertThat(wordings(quote)).isEqualTo(1);
        assertThat(desk("?show=given").body()).contains(WORDS, "nee tegen uw voorstel");
        assertThat(published()).doesNotContain("Liever zo.", "Of zo?");
    }

    @Test
    void whoSaysItOtherwiseIsLookedAtAgainAndNobodyApprovesWhatTheyNeverSaw() {
        var given = give(form("words", WORDS, "attribution", "none", "scopes", "social"));
        var quote = quote(given);
        var seen = version(quote);
        act(quote, "approve");
        assertThat(published()).contains(WORDS);

        var again = own(given, "words", "words", "Heel iets anders.", "attribution", "none", "scopes", "social");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(published()).doesNotContain(WORDS, "Heel iets anders.");
        assertThat(act(quote, "approve", "version", String.valueOf(seen)).statusCode()).isEqualTo(409);
        assertThat(published()).doesNotContain("Heel iets anders.");

        act(quote, "approve");
        assertThat(published()).contains("Heel iets anders.");
    }

    @Test
    void whatIsWithdrawnIsGoneFromEverythingAtOnceOnEveryNodeAndNoWordIsKept() {
        var given = give(form("words", "Weg ermee straks.", "attribution", "role", "role", "vrijwilliger", "scopes", "social"));
        var quote = quote(given);
        act(quote, "approve");
        assertThat(published()).contains("Weg ermee straks.");
        var before = version(quote);
        visitor.get(link(given));
        assertThat(version(quote)).as("looking changes nothing").isEqualTo(before);

        assertThat(visitor.post(path(given) + "/withdraw", Map.of("token", "forged")).statusCode())
                .isEqualTo(403);
        assertThat(own(given, "withdraw").statusCode()).isEqualTo(303);

        for (var node : List.of(house, secondNode)) {
            assertThat(node.visitor().get("/embed/networks/" + network.slug() + "/quotes").body())
                    .doesNotContain("Weg ermee");
            var listed = node.visitor().get("/api/v1/events/" + event.slug() + "/quotes", "Authorization", bearer);
            assertThat(listed.body()).contains("\"withdrawn\"").doesNotContain("Weg ermee", "vrijwilliger");
        }
        assertThat(words(Scope.SOCIAL)).isEmpty();
        assertThat(visitor.get(link(given)).body())
                .contains("Uw woorden zijn weg")
                .doesNotContain("Weg ermee", "Haal mijn woorden weg");
        assertThat(desk("?show=all").body()).contains("Ingetrokken", "trok deze woorden in").doesNotContain("Weg ermee");
        var row = wording(quote);
        assertThat(row.getString("words")).isNull();
        assertThat(row.getString("role")).isNull();
        assertThat(row.getOffsetDateTime("consented_at")).isNotNull();
        assertThat(await(new QuoteStore(database.pool()).address(quote))).isEmpty();
        assertThat(own(given, "withdraw").statusCode()).as("once more changes nothing").isEqualTo(303);
    }

    @Test
    void theLinkLivesOnAfterTheRegistrationAndErasingOneselfWithdrawsOnesWords() {
        var ada = hall().register(event, "Ada");
        var given = visitor.post(byLink(ada), form("words", "Van Ada.", "attribution", "none", "scopes", "social"));
        act(quote(given), "approve");
        var own = OwnLinks.path(house.links(), ada);
        assertThat(visitor.get(own + "/data.json").body()).contains("Van Ada.", "consentText");
        await(database.pool()
                .preparedQuery("update event set starts_at = starts_at - interval '2 years', ends_at = ends_at - interval '2 years' where id = $1")
                .execute(Tuple.of(event.id())));
        assertThat(visitor.get(own).statusCode()).isEqualTo(410);
        assertThat(visitor.get(link(given)).statusCode()).isEqualTo(200);
        assertThat(published()).contains("Van Ada.");
        await(database.pool()
                .preparedQuery("update event set starts_at = starts_at + interval '2 years', ends_at = ends_at + interval '2 years' where id = $1")
                .execute(Tuple.of(event.id())));

        var token = OwnLinks.formToken(house.links(), ada, "erase");
        assertThat(visitor.post(own + "/erase", Map.of("token", token)).statusCode()).isEqualTo(200);

        assertThat(published()).doesNotContain("Van Ada.");
        assertThat(wording(quote(given)).getString("words")).isNull();
        assertThat(visitor.get(link(given)).body()).contains("Uw woorden zijn weg");
    }

    @Test
    void programsApproveAndRejectUnderTheRulesOfEveryPatch() {
        var quote = SampleQuote.of(event).by("Grace Owusu", "vrijwilliger").in(database);
        var one = visitor.get("/api/v1/quotes/" + quote, "Authorization", bearer);
        var json = new JsonObject(one.body());
        assertThat(json.getString("status")).isEqualTo("given");
        assertThat(json.getString("name")).isEqualTo("Grace Owusu");
        assertThat(json.getJsonArray("scopes")).isEqualTo(new JsonArray(List.of("recap", "review", "social")));

        var path = "/api/v1/quotes/" + quote;
        assertThat(visitor.json("PATCH", path, "{\"status\":\"approved\"}", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(428);
        assertThat(patch(quote, "\"99\"", "approved").statusCode()).isEqualTo(412);
        assertThat(patch(quote, "*", "published").statusCode()).isEqualTo(422);
        var etag = one.headers().firstValue("ETag").orElseThrow();
        assertThat(new JsonObject(patch(quote, etag, "approved").body()).getString("status"))
                .isEqualTo("approved");
        assertThat(words(Scope.RECAP)).hasSize(1);
        assertThat(patch(quote, etag, "rejected").statusCode()).isEqualTo(412);
        assertThat(patch(quote, "*", "rejected").statusCode()).isEqualTo(200);
        assertThat(words(Scope.RECAP)).isEmpty();
    }

    @Test
    void whatPeopleWriteIsShownAsText() {
        var quote = SampleQuote.of(event)
                .saying("<b>Vet</b> & \"goed\"")
                .by("Ada <script>", "huisarts")
                .approved()
                .in(database);

        for (var page : List.of(published(), desk("?show=approved").body(), look(quote).body())) {
            assertThat(page).contains("&lt;b&gt;Vet&lt;/b&gt; &amp;").doesNotContain("<b>Vet", "<script>,");
        }
    }

    private static Hallway hall() {
        return new Hallway(database, Instant.now().minus(Duration.ofDays(1)));
    }

    /** The sentences of the wall, which shows what other sites may. */
    private String published() {
        return visitor.get("/embed/networks/" + network.slug() + "/quotes").body();
    }

    private List<String> words(Scope scope) {
        return await(new PublishedQuotes(database.pool()).ofEvent(event.id(), scope)).stream()
                .map(PublishedQuote::words)
                .toList();
    }

    private String byLink(Registration one) {
        return "/feedback/" + house.links().token("survey", one.id(), one.linkVersion()) + "/quotes";
    }

    /** What a browser sends, with a fresh token. */
    private Map<String, String> form(String... fields) {
        var form = new HashMap<String, String>();
        form.put("token", house.site().tokens().issue("quote " + event.id()));
        form.put("code", CODE);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private HttpResponse<String> give(Map<String, String> form) {
        survey();
        return post("/events/" + event.slug() + "/feedback/quotes", form);
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) {
        return visitor.post(path, form);
    }

    private void survey() {
        await(database.pool()
                .query("update survey set code = null")
                .execute()
                .compose(done -> database.pool().preparedQuery("""
                        insert into survey (id, organisation_id, event_id, opened_at, closes_at, code)
                        values ($1, $2, $3, now() - interval '1 hour', now() + interval '1 day', $4)
                            on conflict (event_id) do update set code = excluded.code
                        """).execute(Tuple.of(UUID.randomUUID(), event.organisation(), event.id(), CODE))));
    }

    private static String link(HttpResponse<String> answer) {
        var found = Pattern.compile("/quotes/[A-Za-z0-9_-]{43}").matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group();
    }

    private static String path(HttpResponse<String> answer) {
        return link(answer);
    }

    private static UUID quote(HttpResponse<String> answer) {
        return nl.samenkomst.kit.web.Links.id(link(answer).replace("/quotes/", "")).orElseThrow();
    }

    /** Presses a button on the author's page. */
    private static HttpResponse<String> own(HttpResponse<String> given, String action, String... fields) {
        var quote = await(new QuoteStore(database.pool()).find(quote(given))).orElseThrow();
        var form = new HashMap<String, String>();
        form.put("token", AuthorLinks.formToken(house.links(), quote, action));
        form.put("version", String.valueOf(quote.version()));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return visitor.post(link(given) + "/" + action, form);
    }

    /** Presses a button in the workspace. */
    private static HttpResponse<String> act(UUID quote, String action, String... fields) {
        var form = new HashMap<String, String>();
        form.put("version", String.valueOf(version(quote)));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return visitor.post("/organise/quotes/" + quote + "/" + action, form, "Authorization", bearer);
    }

    private static HttpResponse<String> look(UUID quote) {
        return visitor.get("/organise/quotes/" + quote + "/look", "Cookie", session);
    }

    private HttpResponse<String> desk(String query) {
        return visitor.get("/organise/events/" + event.slug() + "/quotes" + query, "Cookie", session);
    }

    private static HttpResponse<String> patch(UUID quote, String tag, String status) {
        return visitor.json(
                "PATCH",
                "/api/v1/quotes/" + quote,
                new JsonObject().put("status", status).encode(),
                "Authorization",
                bearer,
                "If-Match",
                tag);
    }

    private static long version(UUID quote) {
        return await(new QuoteStore(database.pool()).find(quote)).orElseThrow().version();
    }

    private static Row wording(UUID quote) {
        return await(database.pool()
                .preparedQuery("select * from wording where quote_id = $1 order by version desc limit 1")
                .execute(Tuple.of(quote))
                .map(rows -> rows.iterator().next()));
    }

    private static int wordings(UUID quote) {
        return await(database.pool()
                .preparedQuery("select version from wording where quote_id = $1")
                .execute(Tuple.of(quote))
                .map(rows -> rows.size()));
    }

    /** The newest caught mail whose subject begins so. */
    private static String mail(String subject) {
        var line = Pattern.compile("<a href=\"/dev/mail/([^\"?]+)[^>]*>" + subject);
        Matcher found = line.matcher(visitor.get("/dev/mail").body());
        return found.find() ? visitor.get("/dev/mail/" + found.group(1) + "/text").body() : "";
    }
}
