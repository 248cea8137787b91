package nl.samenkomst.account;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Accounts.Newcomer;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    final SomeStaff staff = new SomeStaff(database.pool());
    Accounts accounts;

    @BeforeEach
    void empty() {
        database.empty();
        accounts = new Accounts(database.pool(), new Passwords(database.vertx()), "Wijkzorg Één & Co.");
    }

    @Test
    void whereThereIsNoOrganisationOneIsMade() {
        var link = await(accounts.add(ada(Role.OWNER, Optional.empty())));

        assertThat(link).matches("/staff/[A-Za-z0-9_-]{43}");
        var organisation = await(new OrganisationStore(database.pool()).all()).get(0);
        assertThat(organisation.slug()).isEqualTo("wijkzorg-een-co");
        assertThat(organisation.name()).isEqualTo("Wijkzorg Één & Co.");
        assertThat(identity("ada@elaa.example").memberships())
                .containsExactly(new Membership(organisation, Role.OWNER));
    }

    @Test
    void whereThereIsOneItNeedsNoName() {
        var only = staff.organisation("elaa");

        await(accounts.add(ada(Role.FACILITATOR, Optional.empty())));

        assertThat(identity("ada@elaa.example").memberships()).containsExactly(new Membership(only, Role.FACILITATOR));
    }

    @Test
    void whereThereAreSeveralTheirSlugsAreTold() {
        staff.organisation("elaa");
        staff.organisation("alliantie");

        var refusal = (Refusal) awaitFailure(accounts.add(ada(Role.OWNER, Optional.empty())));

        assertThat(refusal.faults()).containsExactly(Fault.of("organisation", "account.several", "alliantie, elaa"));
        assertThat(await(accounts.add(ada(Role.OWNER, Optional.of("elaa"))))).startsWith("/staff/");
    }

    @Test
    void anUnknownOrganisationIsToldAndNobodyIsMade() {
        var refusal = (Refusal) awaitFailure(accounts.add(ada(Role.OWNER, Optional.of("nowhere"))));

        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("organisation");
        assertThat(await(new AccountStore(database.pool()).byEmail("ada@elaa.example")))
                .isEmpty();
    }

    @Test
    void aKnownAddressGetsTheRoleAndKeepsItsAccountHoweverItIsTyped() {
        staff.organisation("elaa");
        await(accounts.add(ada(Role.FACILITATOR, Optional.of("elaa"))));
        staff.organisation("alliantie");
        await(accounts.add(new Newcomer(" ADA@elaa.example ", "Other", Role.OWNER, Optional.of("alliantie"))));
        await(accounts.add(ada(Role.ORGANISER, Optional.of("elaa"))));

        var identity = identity("ada@elaa.example");
        assertThat(identity.account().name()).isEqualTo("Ada de Vries");
        assertThat(identity.memberships()).extracting(Membership::role).containsExactly(Role.OWNER, Role.ORGANISER);
    }

    @Test
    void aChangedRoleEndsTheSessionsBegunBefore() {
        staff.organisation("elaa");
        await(accounts.add(ada(Role.FACILITATOR, Optional.empty())));
        var before = identity("ada@elaa.example").account().version();

        await(accounts.add(ada(Role.FACILITATOR, Optional.empty())));
        assertThat(identity("ada@elaa.example").account().version()).isEqualTo(before);

        await(accounts.add(ada(Role.OWNER, Optional.empty())));
        assertThat(identity("ada@elaa.example").account().version()).isGreaterThan(before);
    }

    @Test
    void badWordsAreToldTogether() {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> new Newcomer("ada@elaa", "a\nb", Role.OWNER, Optional.empty()));

        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("email", "name");
    }

    @Test
    void aTokenWorksUntilItIsRevokedAndStandsNowhereInClear() {
        await(accounts.add(ada(Role.OWNER, Optional.empty())));
        var token = await(accounts.addToken("Ada@elaa.example", "website"));

        var ada = identity("ada@elaa.example").first();
        var listed = await(accounts.tokens(ada.organisation().id()));
        assertThat(listed).extracting(TokenStore.Listed::label).containsExactly("website");
        assertThat(listed.get(0).usedOn()).isEmpty();
        assertThat(await(new IdentityStore(database.pool()).byToken(new Secret(token))))
                .isPresent();
        assertThat(await(accounts.tokens(ada.organisation().id())).get(0).usedOn())
                .contains(LocalDate.now(ZoneOffset.UTC));
        assertThat(await(database.pool()
                                .query("select t::text as row from api_token t")
                                .execute())
                        .iterator()
                        .next()
                        .getString("row"))
                .doesNotContain(token);

        assertThat(await(accounts.revokeToken(ada, listed.get(0).id()))).isTrue();

        assertThat(await(new IdentityStore(database.pool()).byToken(new Secret(token))))
                .isEmpty();
        assertThat(await(accounts.tokens(ada.organisation().id()))).isEqualTo(List.of());
        assertThat(await(accounts.revokeToken(ada, listed.get(0).id()))).isFalse();
    }

    @Test
    void aTokenForNobodyIsRefused() {
        assertThat(awaitFailure(accounts.addToken("nobody@elaa.example", "website")))
                .isInstanceOf(Refusal.class);
        assertThat(awaitFailure(accounts.addToken("nobody@elaa.example", " "))).isInstanceOf(Refusal.class);
    }

    private Identity identity(String email) {
        var known = await(new AccountStore(database.pool()).byEmail(email)).orElseThrow();
        var secret = Secret.draw();
        await(new ProofStore(database.pool()).beginSession(secret, known.account(), Sessions.LASTING));
        return await(new IdentityStore(database.pool()).bySession(secret)).orElseThrow();
    }

    private static Newcomer ada(Role role, Optional<String> organisation) {
        return new Newcomer("ada@elaa.example", "Ada de Vries", role, organisation);
    }
}
