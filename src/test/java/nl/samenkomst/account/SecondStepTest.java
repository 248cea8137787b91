package nl.samenkomst.account;

import static nl.samenkomst.account.StaffHouse.PASSWORD;
import static nl.samenkomst.account.StaffHouse.cookie;
import static nl.samenkomst.account.StaffHouse.field;
import static nl.samenkomst.account.StaffHouse.found;
import static nl.samenkomst.account.StaffHouse.token;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecondStepTest {

    private static final String PATH = "/organise/account/second-step";
    private static final Pattern SHOWN = Pattern.compile("<code dir=\"ltr\">([A-Z2-7 ]+)</code>");
    private static final Pattern CODES = Pattern.compile("(?s)<pre[^>]*>(.*?)</pre>");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static StaffHouse house;

    Account ada;
    String cookie;

    @BeforeAll
    static void open() {
        house = new StaffHouse(database);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void ada() {
        database.empty();
        house.pass(Duration.ofMinutes(5));
        ada = house.somebody(new SomeStaff(database.pool()).organisation("elaa"), "Ada", Role.FACILITATOR);
        cookie = house.session(ada);
    }

    @Test
    void aSessionBeginsOnlyAfterTheCode() {
        var shown = enrolled().shown();
        house.pass(Duration.ofMinutes(1));

        var first = house.signIn(ada.email(), PASSWORD);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(first.body()).contains("Vul uw code in");

        assertThat(second(first, "000000").statusCode()).isEqualTo(422);
        var in = second(first, house.code(shown));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(house.page(cookie(in), "/organise/account")).contains("De tweede stap staat aan");
    }

    @Test
    void aCodeWorksOnceAlsoTheOneThatTurnedItOn() {
        var shown = enrolled().shown();
        assertThat(second(house.signIn(ada.email(), PASSWORD), house.code(shown))
                        .statusCode())
                .isEqualTo(422);
        house.pass(Duration.ofSeconds(30));
        var code = house.code(shown);

        assertThat(second(house.signIn(ada.email(), PASSWORD), code).statusCode())
                .isEqualTo(303);
        assertThat(second(house.signIn(ada.email(), PASSWORD), code).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        var codes = enrolled().codes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var typed = codes.get(3).replace(" ", "-").toUpperCase(Locale.ROOT);

        assertThat(second(house.signIn(ada.email(), PASSWORD), typed).statusCode())
                .isEqualTo(303);
        assertThat(second(house.signIn(ada.email(), PASSWORD), typed).statusCode())
                .isEqualTo(422);
        assertThat(house.page(house.session(ada), PATH)).contains("U hebt nog 9 reservecodes");
    }

    @Test
    void afterFiveWrongCodesTheAccountHasToWait() {
        enrolled();
        var first = house.signIn(ada.email(), PASSWORD);

        for (int i = 0; i < 5; i++) {
            assertThat(second(first, "00000" + i).statusCode()).isEqualTo(422);
        }

        assertThat(second(first, "000009").statusCode()).isEqualTo(429);
    }

    @Test
    void aTicketIsForgedLateOrOverrun() {
        var shown = enrolled().shown();
        var first = house.signIn(ada.email(), PASSWORD);
        var ticket = field("ticket", first.body());
        var forged = ticket.substring(0, 10) + (ticket.charAt(10) == 'A' ? 'B' : 'A') + ticket.substring(11);

        house.pass(Duration.ofMinutes(1));
        assertThat(withTicket(first, forged, house.code(shown)).body()).contains("Log opnieuw in");
        house.pass(Duration.ofMinutes(10));
        assertThat(withTicket(first, ticket, house.code(shown)).body()).contains("Log opnieuw in");
        var fresh = house.signIn(ada.email(), PASSWORD);
        await(new AccountStore(database.pool()).raiseVersion(ada.id()));
        assertThat(second(fresh, house.code(shown)).statusCode()).isEqualTo(422);
    }

    @Test
    void aOneTimeLinkSetsThePasswordButDoesNotStandInForTheCode() {
        enrolled();
        house.sendPublic("/sign-in/lost", "/sign-in/lost", Map.of("email", ada.email()));
        eventually(() -> !house.letters().isEmpty());
        var link = house.newestLink();

        var set = house.sendPublic(link, link, Map.of("password", PASSWORD + "!"));

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(set.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(set.body()).contains("Vul uw code in");
    }

    @Test
    void itIsNotOnBeforeACodeFitsAndTheSecretStaysTheSame() {
        var page = house.page(cookie, PATH);
        var slip = house.send(cookie, PATH, Map.of("secret", field("secret", page), "code", "123"));

        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(found(SHOWN, slip.body())).isEqualTo(found(SHOWN, page));
        assertThat(house.signIn(ada.email(), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void turningItOnEndsTheOtherSessionsAndKeepsNeitherSecretNorCodesInClear() {
        var elsewhere = house.session(ada);

        var enrolled = enrolled();

        assertThat(house.site().get("/organise/account", "Cookie", elsewhere).statusCode())
                .isEqualTo(303);
        var kept = house.column("select s::text || (select string_agg(c::text, '') from recovery_code c) as text "
                        + "from second_step s")
                .get(0);
        assertThat(kept).doesNotContain(enrolled.shown().replace(" ", ""));
        enrolled.codes().forEach(code -> assertThat(kept).doesNotContain(code));
    }

    @Test
    void turningItOffNeedsThePassword() {
        var now = enrolled().cookie();

        assertThat(house.send(now, PATH + "/off", Map.of("password", "not it at all"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(house.send(now, PATH + "/off", Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(house.signIn(ada.email(), PASSWORD).statusCode()).isEqualTo(303);
    }

    private record Enrolled(String shown, List<String> codes, String cookie) {}

    private Enrolled enrolled() {
        var page = house.page(cookie, PATH);
        var shown = found(SHOWN, page);
        assertThat(page).contains("otpauth://totp/").contains("<path d=\"M4 4h1v1h-1z");
        var on = house.send(cookie, PATH, Map.of("secret", field("secret", page), "code", house.code(shown)));
        assertThat(on.statusCode()).isEqualTo(200);
        var codes = found(CODES, on.body()).strip().lines().toList();
        return new Enrolled(shown, codes, cookie(on));
    }

    private static HttpResponse<String> second(HttpResponse<String> first, String code) {
        return withTicket(first, field("ticket", first.body()), code);
    }

    private static HttpResponse<String> withTicket(HttpResponse<String> first, String ticket, String code) {
        return house.sendWith(token(first.body()), "/sign-in/code", Map.of("ticket", ticket, "code", code));
    }
}
