package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: what one ends, the other does not believe any more. */
class TwoNodesTest {

    private static final String PASSWORD = "vier losse woorden achtereen";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static OpenHouse one;
    static OpenHouse two;

    @BeforeAll
    static void open(@TempDir Path first, @TempDir Path second) {
        one = OpenHouse.on(database.url(), first, Map.of());
        two = OpenHouse.on(database.url(), second, Map.of());
    }

    @AfterAll
    static void close() {
        one.close();
        two.close();
    }

    @Test
    void aSessionBegunOnOneNodeEndsOnTheOtherWhenThePasswordChanges() {
        var accounts = new Accounts(database.pool(), new Passwords(database.vertx()), "Elaa");
        var organisation = new SomeStaff(database.pool()).organisation("elaa");
        var ada = new Accounts.Newcomer("ada@elaa.example", "Ada", Role.OWNER, Optional.of(organisation.slug()));
        await(accounts.addWithPassword(ada, PASSWORD));
        var cookie = signIn(one.visitor());
        assertThat(status(two.visitor(), cookie)).isEqualTo(200);

        var page = one.visitor().get("/organise/account", "Cookie", cookie).body();
        var form = page.substring(page.indexOf("action=\"/organise/account/password"));
        var changed = one.visitor()
                .post(
                        "/organise/account/password",
                        Map.of("token", token(form), "present", PASSWORD, "password", PASSWORD + "!"),
                        "Cookie",
                        cookie);

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(status(two.visitor(), cookie)).isEqualTo(303);
        assertThat(status(two.visitor(), cookie(changed.headers().firstValue("Set-Cookie"))))
                .isEqualTo(200);
    }

    @Test
    void aKeyEndedOnOneNodeOpensNothingOnTheOther() {
        var staff = new SomeStaff(database.pool());
        var owner = staff.member(staff.organisation("keys"), Role.OWNER);
        var bearer = "Bearer " + staff.token(owner);
        assertThat(two.visitor().get("/api/v1/events", "Authorization", bearer).statusCode())
                .isEqualTo(200);

        await(database.pool()
                .query("update api_token set revoked_at = now() where account_id = '" + owner.id() + "'")
                .execute());

        eventually(() ->
                two.visitor().get("/api/v1/events", "Authorization", bearer).statusCode() == 401);
    }

    private static String signIn(Visitor visitor) {
        var token = token(visitor.get("/sign-in").body());
        var answer =
                visitor.post("/sign-in", Map.of("token", token, "email", "ada@elaa.example", "password", PASSWORD));
        return cookie(answer.headers().firstValue("Set-Cookie"));
    }

    private static int status(Visitor visitor, String cookie) {
        return visitor.get("/organise/account", "Cookie", cookie).statusCode();
    }

    private static String cookie(Optional<String> header) {
        return header.orElseThrow().split(";", 2)[0];
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
