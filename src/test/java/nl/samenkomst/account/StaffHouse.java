package nl.samenkomst.account;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.kit.web.Throttle;

/** Every page on accounts, served for a test, with a clock that the test moves for codes. */
final class StaffHouse implements AutoCloseable {

    static final String PASSWORD = "vier losse woorden achtereen";

    private static final String ADDRESS = "http://localhost:8080";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final TestDatabase database;
    private final Hand clock = new Hand();
    private final Links links = TestSite.links(ADDRESS);
    private final Accounts accounts;
    private final TestSite site;

    StaffHouse(TestDatabase database) {
        this.database = database;
        var pool = database.pool();
        var passwords = new Passwords(database.vertx());
        var throttle = new Throttle(pool, links, true);
        var steps = new SecondSteps(pool, links, clock);
        var signIns = new SignIns(pool, passwords, steps, throttle);
        var letters = new StaffLetters(pool, new Outbox("localhost"), links, throttle, Clock.systemUTC());
        var own = new OwnAccount(pool, passwords, steps, throttle);
        var colleagues = new Colleagues(pool, letters);
        this.accounts = new Accounts(pool, passwords, "Elaa");
        this.site = TestSite.serving(
                database,
                ADDRESS,
                List.of("kit/web", "kit/i18n", "account"),
                new SignInPages(signIns),
                new LostPasswordPages(letters, throttle),
                new SetPasswordPages(signIns, letters, throttle),
                new OwnAccountDesk(own),
                new SecondStepDesk(own),
                new ColleaguesDesk(pool, colleagues),
                new ColleagueDesk(colleagues),
                new TokensDesk(accounts));
    }

    TestSite site() {
        return site;
    }

    Accounts accounts() {
        return accounts;
    }

    /** Somebody with the password, who can sign in. */
    Account somebody(Organisation organisation, String name, Role role) {
        var email = name.toLowerCase(Locale.ROOT) + "@" + organisation.slug() + ".example";
        return await(accounts.addWithPassword(
                new Accounts.Newcomer(email, name, role, Optional.of(organisation.slug())), PASSWORD));
    }

    /** A session of theirs, begun now. */
    String session(Account account) {
        var now = await(new AccountStore(database.pool()).find(account.id()))
                .orElseThrow()
                .account();
        return new SomeStaff(database.pool()).session(now);
    }

    String page(String cookie, String path) {
        var answer = site.get(path, "Cookie", cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Sends a form of the workspace, as its page would. */
    HttpResponse<String> send(String cookie, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("token", formToken(cookie, path.replaceFirst("[?].*", "")));
        return site.post(path, form, "Cookie", cookie);
    }

    /** Sends a form of a public page, with that page's token. */
    HttpResponse<String> sendPublic(String form, String page, Map<String, String> fields) {
        return sendWith(token(site.get(page).body()), form, fields);
    }

    HttpResponse<String> sendWith(String token, String form, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("token", token);
        return site.post(form, all);
    }

    HttpResponse<String> signIn(String email, String password) {
        return sendPublic("/sign-in", "/sign-in", Map.of("email", email, "password", password));
    }

    static String token(String page) {
        return found(TOKEN, page);
    }

    static String field(String name, String page) {
        return found(Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\""), page);
    }

    static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private String formToken(String cookie, String path) {
        var hash = new Secret(cookie.substring("session=".length())).hash();
        var proof = new Caller.Proof(
                Caller.Kind.SESSION, Base64.getUrlEncoder().withoutPadding().encodeToString(hash.getBytes()));
        return proof.formToken(links, path);
    }

    /** The kinds of letter that wait, oldest first. */
    List<String> letters() {
        return column("select letter as text from outbox where state = 'waiting' order by id");
    }

    /** The link of the newest letter, as its writer derives it; its time begins as if the letter left now. */
    String newestLink() {
        var id = column("select ids->>'link' as text from outbox where ids ? 'link' order by id desc limit 1");
        var secret = StaffLetters.secret(links, UUID.fromString(id.get(0)));
        assertThat(await(new ProofStore(database.pool()).startLink(secret, StaffLetters.LINK_WORKS)))
                .isTrue();
        return SetPasswordPages.path(secret);
    }

    /** A column called text of what this statement finds. */
    List<String> column(String statement) {
        return StreamSupport.stream(
                        await(database.pool().query(statement).execute()).spliterator(), false)
                .map(row -> row.getString("text"))
                .toList();
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** What an app shows now that was given this secret, in base 32. */
    String code(String shown) {
        return AuthenticatorApp.shows(shown, clock.now);
    }

    @Override
    public void close() {
        site.close();
    }

    /** Stands until it is moved. */
    private static final class Hand extends Clock {

        private volatile Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
