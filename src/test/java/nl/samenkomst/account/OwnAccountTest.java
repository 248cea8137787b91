package nl.samenkomst.account;

import static nl.samenkomst.account.StaffHouse.PASSWORD;
import static nl.samenkomst.account.StaffHouse.cookie;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnAccountTest {

    private static final String PATH = "/organise/account";

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
        ada = house.somebody(new SomeStaff(database.pool()).organisation("elaa"), "Ada", Role.FACILITATOR);
        cookie = house.session(ada);
    }

    @Test
    void aNameIsChangedUnlessItIsNone() {
        assertThat(house.send(cookie, PATH, Map.of("name", "Ada Lovelace")).statusCode())
                .isEqualTo(303);
        assertThat(house.page(cookie, PATH)).contains("Ada Lovelace");

        var refused = house.send(cookie, PATH, Map.of("name", "http://ada"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("<title>Fout: ", "value=\"http://ada\"");
    }

    @Test
    void aNewPasswordNeedsThePresentOneAndEndsTheOtherSessions() {
        var elsewhere = house.session(ada);
        var wrong =
                house.send(cookie, PATH + "/password", Map.of("present", "not it", "password", "nieuw en lang genoeg"));
        var weak = house.send(cookie, PATH + "/password", Map.of("present", PASSWORD, "password", "kort"));
        assertThat(List.of(wrong.statusCode(), weak.statusCode())).containsOnly(422);
        assertThat(wrong.body()).contains("href=\"#present\"");
        assertThat(weak.body()).contains("href=\"#password\"");

        var changed =
                house.send(cookie, PATH + "/password", Map.of("present", PASSWORD, "password", "nieuw en lang genoeg"));

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(house.page(cookie(changed), PATH)).contains("op één plek ingelogd");
        assertThat(List.of(cookie, elsewhere)).allSatisfy(old -> assertThat(
                        house.site().get(PATH, "Cookie", old).statusCode())
                .isEqualTo(303));
        assertThat(house.signIn(ada.email(), PASSWORD).statusCode()).isEqualTo(422);
        assertThat(house.signIn(ada.email(), "nieuw en lang genoeg").statusCode())
                .isEqualTo(303);
    }

    @Test
    void afterFiveWrongPasswordsOneHasToWait() {
        for (int i = 0; i < 5; i++) {
            house.send(cookie, PATH + "/password", Map.of("present", "guess " + i, "password", "nieuw en lang genoeg"));
        }

        assertThat(house.send(
                                cookie,
                                PATH + "/password",
                                Map.of("present", PASSWORD, "password", "nieuw en lang genoeg"))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void theOtherSessionsAreEndedAndThisOneGoesOn() {
        var elsewhere = house.session(ada);
        assertThat(house.page(cookie, PATH)).contains("op 2 plekken ingelogd");

        var ended = house.send(cookie, PATH + "/sessions", Map.of());

        assertThat(house.page(cookie(ended), PATH)).contains("op één plek ingelogd");
        assertThat(house.site().get(PATH, "Cookie", elsewhere).statusCode()).isEqualTo(303);
    }

    @Test
    void aProgramGetsNoSessionForItsToken() {
        var bearer = "Bearer " + new SomeStaff(database.pool()).token(ada);

        var ended = house.site().post(PATH + "/sessions", Map.of(), "Authorization", bearer);

        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(ended.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theAnswerToALostPasswordIsTheSameForEveryAddressAndOnlyAnAccountGetsALetter() {
        var unknown = lost("nobody@elaa.example");
        var known = lost(ada.email().toUpperCase(Locale.ROOT));

        assertThat(known).isEqualTo(unknown);
        eventually(() -> house.letters().equals(List.of("account/password")));
        assertThat(house.sendPublic("/sign-in/lost", "/sign-in/lost", Map.of("email", "ada@"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void onePersonGetsFiveLettersAnHourAtMost() {
        for (int i = 0; i < 7; i++) {
            lost(ada.email());
        }

        eventually(() -> house.column("select id::text as text from outbox").size() == 5);
    }

    @Test
    void anEndedLinkIsRenewedFromItsOwnPageAndAForgedOneGetsTheSameAnswer() {
        lost(ada.email());
        eventually(() -> !house.letters().isEmpty());
        var link = house.newestLink();
        await(database.pool().query("update staff_link set until = now()").execute());
        var forged = "/staff/" + "x".repeat(43);

        var gone = house.site().get(link);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("Stuur mij een nieuwe link");
        var answers = List.of(link, forged).stream()
                .map(one ->
                        house.sendWith(StaffHouse.token(house.site().get(one).body()), one + "/again", Map.of()))
                .toList();

        assertThat(answers.get(0).body().replace(link, forged))
                .isEqualTo(answers.get(1).body());
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        eventually(() -> house.column("select id::text as text from outbox").size() == 2);
        var fresh = house.newestLink();
        assertThat(fresh).isNotEqualTo(link);
        assertThat(house.sendPublic(fresh, fresh, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(303);
    }

    private static String lost(String email) {
        var answer = house.sendPublic("/sign-in/lost", "/sign-in/lost", Map.of("email", email));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
