package nl.samenkomst.account;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Target;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.kit.web.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static TestSite site;

    final SomeStaff staff = new SomeStaff(database.pool());
    Organisation ours;
    Organisation theirs;

    @BeforeAll
    static void serve() {
        site = TestSite.serving(
                database, "http://localhost:8080", List.of("kit/web", "kit/i18n", "account"), StaffTest::mount);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void twoOrganisations() {
        database.empty();
        ours = staff.organisation("ours");
        theirs = staff.organisation("theirs");
    }

    private static void mount(Site site) {
        site.get("/organise/books/:book", Staff.of(BOOK, Role.FACILITATOR), StaffTest::read);
        site.post("/organise/books/:book", Staff.of(BOOK, Role.ORGANISER), StaffTest::read);
        site.get("/api/v1/books/:book", Staff.of(BOOK, Role.FACILITATOR), StaffTest::read);
        site.get("/organise/books", Staff.in(Role.OWNER), StaffTest::list);
        site.get("/api/v1/books", Staff.in(Role.FACILITATOR), StaffTest::list);
    }

    private static Future<Reply> read(Visit visit, Staff.Admitted<Organisation> admitted) {
        return said(admitted.thing().slug() + " for " + admitted.caller().role().code());
    }

    private static Future<Reply> list(Visit visit, Caller caller) {
        return said("all of " + caller.organisation().slug());
    }

    private static Future<Reply> said(String text) {
        return Future.succeededFuture(Reply.bytes("text/plain", Buffer.buffer(text)));
    }

    @Test
    void aSessionAndATokenAreAlike() {
        var ada = staff.member(ours, Role.FACILITATOR);

        assertThat(site.get("/organise/books/ours", "Cookie", staff.session(ada))
                        .body())
                .isEqualTo("ours for facilitator");
        assertThat(site.get("/api/v1/books/ours", "Authorization", "Bearer " + staff.token(ada))
                        .body())
                .isEqualTo("ours for facilitator");
    }

    @Test
    void aPageLeadsAStrangerToTheSignInAndBack() {
        var answer = site.get("/organise/books/ours?month=12");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/sign-in?then=%2Forganise%2Fbooks%2Fours%3Fmonth%3D12");
    }

    @Test
    void theApiAsksForATokenWhereThereIsNoneOrAWrongOne() {
        var none = site.get("/api/v1/books/ours");
        var wrong = site.get("/api/v1/books/ours", "Authorization", "Bearer nonsense");

        assertThat(List.of(none.statusCode(), wrong.statusCode())).containsOnly(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"samenkomst\"");
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void anotherOrganisationsThingIsNotFoundJustAsOneThatIsNot() {
        var bearer = staff.bearer(ours, Role.OWNER);

        assertThat(site.get("/api/v1/books/theirs", "Authorization", bearer).statusCode())
                .isEqualTo(404);
        assertThat(site.get("/api/v1/books/nobodys", "Authorization", bearer).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoLacksTheRoleHearsSo() {
        var cookie = staff.session(staff.member(ours, Role.ORGANISER));

        assertThat(site.get("/organise/books", "Cookie", cookie).statusCode()).isEqualTo(403);
    }

    @Test
    void whoBelongsToNoOrganisationMayNothing() {
        var account = staff.member(ours, Role.OWNER);
        var cookie = staff.session(account);
        await(database.pool().query("delete from membership").execute());

        assertThat(site.get("/organise/books", "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(site.get("/organise/books/ours", "Cookie", cookie).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoBelongsToSeveralSaysForWhichOne() {
        var account = staff.member(ours, Role.OWNER);
        staff.join(account, theirs, Role.FACILITATOR);
        var bearer = "Bearer " + staff.token(account);

        assertThat(site.get("/api/v1/books", "Authorization", bearer).statusCode())
                .isEqualTo(422);
        assertThat(site.get("/api/v1/books?organisation=theirs", "Authorization", bearer)
                        .body())
                .isEqualTo("all of theirs");
        assertThat(site.get("/api/v1/books?organisation=nobodys", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get("/organise/books", "Cookie", staff.session(account)).body())
                .isEqualTo("all of ours");
    }

    @Test
    void whatASessionChangesComesFromAFormOfOursForThatPath() {
        var cookie = staff.session(staff.member(ours, Role.ORGANISER));
        var proof = new Caller.Proof(
                Caller.Kind.SESSION,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(new Secret(cookie.substring("session=".length()))
                                .hash()
                                .getBytes()));
        var right = proof.formToken(TestSite.links("http://localhost:8080"), "/organise/books/ours");
        var elsewhere = proof.formToken(TestSite.links("http://localhost:8080"), "/organise/books/theirs");

        assertThat(site.post("/organise/books/ours", Map.of(), "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(site.post("/organise/books/ours", Map.of("token", elsewhere), "Cookie", cookie)
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.post("/organise/books/ours", Map.of("token", right), "Cookie", cookie)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDisabledAccountOrAChangedRoleEndsTheSessionAtOnce() {
        var disabled = staff.member(ours, Role.OWNER);
        var changed = staff.member(ours, Role.OWNER);
        var cookies = List.of(staff.session(disabled), staff.session(changed));
        var token = "Bearer " + staff.token(disabled);

        await(new AccountStore(database.pool()).disable(disabled.id()));
        await(new AccountStore(database.pool()).raiseVersion(changed.id()));

        assertThat(cookies).allSatisfy(cookie -> assertThat(
                        site.get("/organise/books", "Cookie", cookie).statusCode())
                .isEqualTo(303));
        assertThat(site.get("/api/v1/books", "Authorization", token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anOldSessionProvesNothing() {
        var cookie = staff.session(staff.member(ours, Role.OWNER));
        await(database.pool().query("update session set until = now()").execute());

        assertThat(site.get("/organise/books", "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    /** Something that belongs to the organisation it is named after. */
    private static final Target<Organisation> BOOK = new Target<>() {
        @Override
        public String parameter() {
            return "book";
        }

        @Override
        public Future<Optional<Organisation>> find(SqlClient sql, String value) {
            return new OrganisationStore(sql).bySlug(value);
        }

        @Override
        public UUID organisation(Organisation book) {
            return book.id();
        }

        @Override
        public boolean open(Organisation book) {
            return true;
        }
    };
}
