package nl.samenkomst.account;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.account.Accounts.Newcomer;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.kit.web.Throttle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInPagesTest {

    private static final String EMAIL = "ada@elaa.example";
    private static final String PASSWORD = "vier losse woorden achtereen";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static TestSite site;
    static TestSite secure;
    static Accounts accounts;

    @BeforeAll
    static void serve() {
        accounts = new Accounts(database.pool(), new Passwords(database.vertx()), "Elaa");
        site = serving("http://localhost:8080");
        secure = serving("https://samenkomst.example");
    }

    private static TestSite serving(String address) {
        var links = TestSite.links(address);
        var throttle = new Throttle(database.pool(), links, true);
        var steps = new SecondSteps(database.pool(), links, Clock.systemUTC());
        var signIns = new SignIns(database.pool(), new Passwords(database.vertx()), steps, throttle);
        var letters = new StaffLetters(database.pool(), new Outbox("localhost"), links, throttle, Clock.systemUTC());
        return TestSite.serving(
                database,
                address,
                List.of("kit/web", "kit/i18n", "account"),
                new SignInPages(signIns),
                new SetPasswordPages(signIns, letters, throttle),
                SignInPagesTest::home);
    }

    private static void home(Site site) {
        site.get(
                "/organise",
                Staff.in(Role.FACILITATOR),
                (visit, caller) -> Future.succeededFuture(
                        Reply.bytes("text/plain", Buffer.buffer(caller.formToken(visit.links(), "/sign-out")))));
    }

    @AfterAll
    static void stop() {
        site.close();
        secure.close();
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void whoKnowsThePasswordComesWhereTheyWantedToBe() {
        ada();

        var answer = signIn(site, EMAIL, PASSWORD, "/organise?month=12");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/organise?month=12");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Domain");
        assertThat(site.get("/organise", "Cookie", cookie(answer)).statusCode()).isEqualTo(200);
    }

    @Test
    void onHttpsTheCookieBelongsToThisHostAlone() {
        ada();

        var cookie = signIn(secure, EMAIL, PASSWORD, "/organise").headers().firstValue("Set-Cookie");

        assertThat(cookie.orElseThrow()).startsWith("__Host-session=").contains("Secure", "HTTPOnly", "Path=/");
    }

    @Test
    void everySignInHasASessionOfItsOwn() {
        ada();

        var first = cookie(signIn(site, EMAIL, PASSWORD, "/organise"));
        var second = cookie(signIn(site, EMAIL, PASSWORD, "/organise"));

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void anUnknownAddressGetsTheAnswerOfAWrongPassword() {
        ada();

        var wrong = signIn(site, EMAIL, "not the password", "/organise");
        var unknown = signIn(site, "bob@elaa.example", "not the password", "/organise");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Fout: Inloggen", "horen niet bij elkaar", "value=\"ada@elaa.example\"");
        assertThat(bare(unknown).replace("bob@", "ada@")).isEqualTo(bare(wrong));
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        ada();

        for (var then : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example")) {
            assertThat(signIn(site, EMAIL, PASSWORD, then).headers().firstValue("Location"))
                    .contains("/organise");
        }
    }

    @Test
    void afterFiveTriesTheAccountHasToWaitEvenWithTheRightPassword() {
        ada();

        var statuses = new HashSet<Integer>();
        for (int i = 0; i < 5; i++) {
            statuses.add(signIn(site, EMAIL, "not the password", "/organise").statusCode());
        }
        var sixth = signIn(site, EMAIL, PASSWORD, "/organise");

        assertThat(statuses).containsOnly(422);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("180");
        assertThat(signIn(site, "someone-else@elaa.example", "no", "/organise").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoSignsInIsNotHeldToEarlierSlips() {
        ada();

        for (int i = 0; i < 3; i++) {
            assertThat(signIn(site, EMAIL, "not the password", "/organise").statusCode())
                    .isEqualTo(422);
            assertThat(signIn(site, EMAIL, PASSWORD, "/organise").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void withoutAFormTokenNobodySignsIn() {
        ada();

        var answer = site.post("/sign-in", Map.of("email", EMAIL, "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void signingOutEndsTheSession() {
        ada();
        var cookie = cookie(signIn(site, EMAIL, PASSWORD, "/organise"));
        var token = site.get("/organise", "Cookie", cookie).body();

        assertThat(site.post("/sign-out", Map.of(), "Cookie", cookie).statusCode())
                .isEqualTo(403);
        var answer = site.post("/sign-out", Map.of("token", token), "Cookie", cookie);

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(site.get("/organise", "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkSetsThePasswordOnceAndLookingUsesNothingUp() {
        var link = await(accounts.add(newcomer()));

        assertThat(site.get(link).statusCode()).isEqualTo(200);
        var page = site.get(link).body();
        var weak = site.post(link, Map.of("token", token(page), "password", "kort"));
        var set = site.post(link, Map.of("token", token(weak.body()), "password", PASSWORD));

        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("ten minste 12 tekens");
        assertThat(set.statusCode()).isEqualTo(303);
        assertThat(site.get("/organise", "Cookie", cookie(set)).statusCode()).isEqualTo(200);
        assertThat(site.get(link).statusCode()).isEqualTo(404);
        assertThat(signIn(site, EMAIL, PASSWORD, "/organise").statusCode()).isEqualTo(303);
    }

    @Test
    void aNewPasswordEndsTheSessionsBegunBeforeAndTheOtherLinks() {
        ada();
        var before = cookie(signIn(site, EMAIL, PASSWORD, "/organise"));
        var link = await(accounts.add(newcomer()));
        var other = await(accounts.add(newcomer()));

        var set = site.post(link, Map.of("token", token(site.get(link).body()), "password", PASSWORD + "!"));

        assertThat(set.statusCode()).isEqualTo(303);
        assertThat(site.get("/organise", "Cookie", before).statusCode()).isEqualTo(303);
        assertThat(site.get(other).statusCode()).isEqualTo(404);
        assertThat(signIn(site, EMAIL, PASSWORD, "/organise").statusCode()).isEqualTo(422);
    }

    @Test
    void anOldOrForgedLinkSaysWhatToDo() {
        var link = await(accounts.add(newcomer()));
        await(database.pool().query("update staff_link set until = now()").execute());

        assertThat(site.get(link).statusCode()).isEqualTo(404);
        assertThat(site.get("/staff/nonsense").body()).contains("Stuur mij een nieuwe link");
        assertThat(Accounts.LINK_WORKS).isEqualTo(Duration.ofHours(24));
    }

    private static Newcomer newcomer() {
        return new Newcomer(EMAIL, "Ada de Vries", Role.OWNER, Optional.empty());
    }

    private static void ada() {
        await(accounts.addWithPassword(newcomer(), PASSWORD));
    }

    private static HttpResponse<String> signIn(TestSite site, String email, String password, String then) {
        var token = token(site.get("/sign-in").body());
        return site.post("/sign-in", Map.of("token", token, "email", email, "password", password, "then", then));
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).as("a form token on the page").isTrue();
        return found.group(1);
    }

    private static String bare(HttpResponse<String> answer) {
        return TOKEN.matcher(answer.body()).replaceAll("");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }
}
