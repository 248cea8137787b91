package nl.samenkomst.desk;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Account;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Hallway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditDeskTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static TestSite site;

    final SomeStaff staff = new SomeStaff(database.pool());
    Organisation elaa;
    Account ada;
    Account bob;
    Event event;

    @BeforeAll
    static void serve() {
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account", "desk"),
                new AuditDesk(database.pool()));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void someDeeds() {
        database.empty();
        elaa = staff.organisation("elaa");
        ada = staff.member(elaa, Role.OWNER);
        bob = staff.member(elaa, Role.ORGANISER);
        event = SampleEvent.of(SampleNetwork.in(database.pool(), elaa)).in(database.pool());
        var person = new Hallway(database, Instant.now()).register(event, "Grace");
        note(elaa, Optional.of(ada), "account.invite", bob.id().toString());
        note(elaa, Optional.of(bob), "account.link", person.id().toString());
        note(elaa, Optional.of(bob), "token.revoke", event.id().toString());
        note(elaa, Optional.empty(), "account.grant.owner", ada.id().toString());
    }

    @Test
    void theNewestDeedStandsFirstInWordsWithNames() {
        var page = page("");

        assertThat(page.indexOf("Wie de installatie beheert"))
                .isLessThan(page.indexOf("<b>API-sleutel ingetrokken</b>"));
        assertThat(page.indexOf("<b>API-sleutel ingetrokken</b>"))
                .isLessThan(page.indexOf("<b>Collega uitgenodigd</b>"));
        assertThat(page).contains("Grace", "/organise/events/" + event.slug());
    }

    @Test
    void theLogIsNarrowedByEventByAccountAndByVerb() {
        assertThat(deeds(page("?event=" + event.slug())))
                .containsExactly("API-sleutel ingetrokken", "Nieuwe link gestuurd");
        assertThat(deeds(page("?account=" + ada.id()))).containsExactly("Collega uitgenodigd");
        assertThat(deeds(page("?verb=account.link"))).containsExactly("Nieuwe link gestuurd");
        assertThat(deeds(page("?event=" + event.slug() + "&account=" + ada.id())))
                .isEmpty();
        assertThat(page("?event=nowhere")).contains("Hiervan staat niets in het logboek");
    }

    @Test
    void aLongLogIsReadPartByPart() {
        var first = page("?limit=3");
        var next = first.split("href=\"(?=/organise/audit[^\"]*after)")[1]
                .split("\"")[0]
                .replace("&amp;", "&")
                .replace("&#x3D;", "=");

        assertThat(deeds(first)).hasSize(3);
        assertThat(deeds(body(next))).containsExactly("Collega uitgenodigd");
    }

    @Test
    void whatWasDoneElsewhereAndAnothersThingsAreNotTold() {
        var theirs = staff.organisation("theirs");
        var foreign = SampleEvent.of(SampleNetwork.in(database.pool(), theirs)).in(database.pool());
        note(
                theirs,
                Optional.of(staff.member(theirs, Role.OWNER)),
                "account.remove",
                foreign.id().toString());
        note(elaa, Optional.of(ada), "account.disable", foreign.id().toString());

        assertThat(page("")).doesNotContain("Van de organisatie afgehaald", foreign.slug());
        assertThat(deeds(page("?event=" + foreign.slug()))).isEmpty();
    }

    @Test
    void aNonsensicalPageIsRefused() {
        var answer = site.get("/organise/audit?after=bm9uc2Vuc2U", "Cookie", staff.session(ada));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    private String page(String query) {
        return body("/organise/audit" + query);
    }

    private String body(String address) {
        var answer = site.get(address, "Cookie", staff.session(ada));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> deeds(String page) {
        return page.lines()
                .filter(line -> line.contains("<time"))
                .map(line -> line.replaceFirst(".*<b>", "").replaceFirst("</b>.*", ""))
                .toList();
    }

    private static void note(Organisation organisation, Optional<Account> by, String verb, String object) {
        await(new AuditStore(database.pool()).note(organisation.id(), by.map(Account::id), verb, object));
    }
}
