package nl.samenkomst.account;

import static nl.samenkomst.account.StaffHouse.PASSWORD;
import static nl.samenkomst.account.StaffHouse.cookie;
import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ColleaguesTest {

    private static final String PATH = "/organise/accounts";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static StaffHouse house;

    final SomeStaff staff = new SomeStaff(database.pool());
    Organisation elaa;
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
    void anOwner() {
        database.empty();
        elaa = staff.organisation("elaa");
        ada = house.somebody(elaa, "Ada", Role.OWNER);
        cookie = house.session(ada);
    }

    @Test
    void anInvitedColleagueComesInByTheLinkOfTheLetterOnce() {
        var invited = invite("nel@elaa.example", "Nel Nieuw", "organiser");
        assertThat(invited.headers().firstValue("Location").orElseThrow()).contains("done=invited");
        assertThat(house.letters()).containsExactly("account/invited");
        assertThat(house.page(cookie, PATH))
                .contains("Nel Nieuw", "Uitgenodigd, nog niet ingelogd", "Organisator")
                .doesNotContain("Doet mee");

        var link = house.newestLink();
        var set = house.sendPublic(link, link, Map.of("password", PASSWORD));

        assertThat(set.statusCode()).isEqualTo(303);
        assertThat(house.site().get("/organise/account", "Cookie", cookie(set)).statusCode())
                .isEqualTo(200);
        assertThat(house.site().get(link).statusCode()).isEqualTo(404);
        assertThat(house.page(cookie, PATH)).contains("Doet mee");
    }

    @Test
    void theOutboxAndTheTableOfLinksHoldNothingThatOpensALink() {
        invite("nel@elaa.example", "Nel", "organiser");
        var secret = house.newestLink().replace("/staff/", "");

        assertThat(house.column("select o::text as text from outbox o")).noneMatch(row -> row.contains(secret));
        assertThat(house.column("select l::text as text from staff_link l")).noneMatch(row -> row.contains(secret));
    }

    @Test
    void aColleagueOfAnotherOrganisationIsAddedAndSignsInAsBefore() {
        var theirs = staff.organisation("theirs");
        var bob = house.somebody(theirs, "Bob", Role.ORGANISER);

        invite(bob.email(), "Somebody", "facilitator");

        assertThat(house.letters()).containsExactly("account/added");
        var own = house.page(house.session(bob), "/organise/account");
        assertThat(own).contains("href=\"/organise?organisation&#x3D;theirs\" dir", "Begeleider", "Organisator");
    }

    @Test
    void whoIsHereAlreadyOrHasNoSoundAddressIsNotInvitedAndTheFormKeepsWhatWasTyped() {
        var again = invite(ada.email().toUpperCase(Locale.ROOT), "Ada", "owner");
        var bad = invite("nel@", "www.nel.example", "organiser");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("hoort al bij uw organisatie");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body())
                .contains("<title>Fout: ")
                .contains("href=\"#name\"", "href=\"#email\"", "value=\"nel@\"", "value=\"www.nel.example\"");
        assertThat(house.letters()).isEmpty();
    }

    @Test
    void anotherRoleEndsTheSessionsAndIsTheNewRight() {
        var bob = house.somebody(elaa, "Bob", Role.FACILITATOR);
        var session = house.session(bob);

        assertThat(send(bob, "role", Map.of("role", "owner")).statusCode()).isEqualTo(303);

        assertThat(house.site().get("/organise/account", "Cookie", session).statusCode())
                .isEqualTo(303);
        assertThat(house.page(house.session(bob), PATH)).contains("Collega&#x27;s");
        assertThat(send(bob, "role", Map.of("role", "king")).statusCode()).isEqualTo(422);
    }

    @Test
    void theLastOwnerWhoCanSignInStays() {
        invite("nel@elaa.example", "Nel", "owner");

        for (var deed : new String[] {"role", "remove", "disable"}) {
            var answer = send(ada, deed, Map.of("role", "organiser"));
            assertThat(answer.statusCode()).as(deed).isEqualTo(409);
            assertThat(answer.body()).contains("de enige eigenaar");
        }
        var bob = house.somebody(elaa, "Bob", Role.OWNER);
        assertThat(send(ada, "role", Map.of("role", "organiser")).statusCode()).isEqualTo(303);
        cookie = house.session(bob);
        assertThat(send(bob, "remove", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void whoIsTakenOffLosesTheOrganisationAndTheKeysForItAlone() {
        var theirs = staff.organisation("theirs");
        var bob = house.somebody(elaa, "Bob", Role.ORGANISER);
        var token = "Bearer " + staff.token(bob);
        staff.join(bob, theirs, Role.OWNER);

        assertThat(send(bob, "disable", Map.of()).statusCode()).isEqualTo(409);
        assertThat(send(bob, "remove", Map.of()).statusCode()).isEqualTo(303);

        assertThat(house.page(cookie, PATH)).doesNotContain("Bob");
        assertThat(house.site().get(PATH, "Authorization", token).headers().firstValue("Location"))
                .isPresent();
        assertThat(house.page(house.session(bob), PATH)).contains("Bob");
    }

    @Test
    void aDisabledAccountComesInNoMoreUntilItIsEnabled() {
        var bob = house.somebody(elaa, "Bob", Role.ORGANISER);

        assertThat(send(bob, "disable", Map.of()).statusCode()).isEqualTo(303);
        assertThat(house.signIn(bob.email(), PASSWORD).statusCode()).isEqualTo(422);
        assertThat(house.page(cookie, PATH)).contains("Uitgeschakeld");

        assertThat(send(bob, "enable", Map.of()).statusCode()).isEqualTo(303);
        assertThat(house.signIn(bob.email(), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void peopleOfAnotherOrganisationAreNotFoundWhateverIsAsked() {
        var bob = house.somebody(staff.organisation("theirs"), "Bob", Role.ORGANISER);

        assertThat(house.site().get(PATH + "/" + bob.id(), "Cookie", cookie).statusCode())
                .isEqualTo(404);
        for (var deed : new String[] {"role", "link", "remove", "disable", "enable"}) {
            assertThat(send(bob, deed, Map.of("role", "owner")).statusCode())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(house.site().get(PATH + "/nonsense", "Cookie", cookie).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoIsNoOwnerHearsWhomToAskInTheFrameOfTheWorkspace() {
        var bob = house.somebody(elaa, "Bob", Role.ORGANISER);

        var answer = house.site().get(PATH, "Cookie", house.session(bob));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Dit is voor eigenaren", "bar-top", "Ada", ada.email());
        assertThat(house.site()
                        .get(PATH, "Cookie", house.session(bob), "Accept-Language", "en")
                        .body())
                .contains("This is for owners");
    }

    @Test
    void anOwnerMakesAKeyThatIsShownOnceAndEndsAtOnce() {
        var made = house.send(cookie, "/organise/tokens", Map.of("label", "website"));
        var token = StaffHouse.found(Pattern.compile("<pre[^>]*>([A-Za-z0-9_-]{43})</pre>"), made.body());
        assertThat(house.page(cookie, "/organise/tokens"))
                .contains("website", "Nog niet")
                .doesNotContain(token);

        assertThat(house.site().get(PATH, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        var page = house.page(cookie, "/organise/tokens");
        assertThat(page).doesNotContain("Nog niet");

        var revoke = "/organise/tokens/" + TokenStore.id(new Secret(token)) + "/revoke";
        var bob = house.session(house.somebody(staff.organisation("theirs"), "Bob", Role.OWNER));
        assertThat(house.send(bob, revoke, Map.of()).statusCode()).isEqualTo(404);
        assertThat(house.send(cookie, revoke, Map.of()).statusCode()).isEqualTo(303);
        assertThat(house.site().get(PATH, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(303);
        assertThat(house.send(cookie, "/organise/tokens", Map.of("label", " ")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatOwnersDoIsNoted() {
        invite("nel@elaa.example", "Nel", "organiser");
        var nel = await(new AccountStore(database.pool()).byEmail("nel@elaa.example"))
                .orElseThrow()
                .account();
        send(nel, "link", Map.of());
        send(nel, "role", Map.of("role", "facilitator"));
        send(nel, "remove", Map.of());

        assertThat(house.column("select verb as text from audit where account_id = '" + ada.id() + "' and object = '"
                        + nel.id() + "' order by id"))
                .containsExactly("account.invite", "account.link", "account.grant.facilitator", "account.remove");
    }

    private HttpResponse<String> invite(String email, String name, String role) {
        return house.send(cookie, PATH, Map.of("email", email, "name", name, "role", role));
    }

    private HttpResponse<String> send(Account one, String deed, Map<String, String> fields) {
        return house.send(cookie, PATH + "/" + one.id() + "/" + deed, fields);
    }
}
