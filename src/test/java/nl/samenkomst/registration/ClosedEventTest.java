package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventChange;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.web.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClosedEventTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static Reception reception;

    @BeforeAll
    static void open() {
        reception = new Reception(database, false);
    }

    @AfterAll
    static void close() {
        reception.close();
    }

    private static SampleEvent sample() {
        return SampleEvent.somewhere(database.pool()).format("stuurgroep").visibility(Event.Visibility.CLOSED);
    }

    private static Invitee invited(Event event, String name) {
        var address = Hallway.address(name);
        await(database.pool()
                .withTransaction(
                        tx -> reception.invitees.add(tx, event, UUID.randomUUID(), address, Optional.of(name))));
        return await(new InviteeStore(database.pool()).byAddress(event.id(), address))
                .orElseThrow();
    }

    private static String token(Invitee one) {
        return TestSite.links("http://localhost:8080").token(Invitee.PURPOSE, one.id(), one.linkVersion());
    }

    private static long letters(Event event) {
        return await(database.pool()
                .preparedQuery(
                        "select count(*) from outbox where letter = 'registration/invited' and ids ->> 'event' = $1")
                .execute(io.vertx.sqlclient.Tuple.of(event.id().toString()))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private static HttpResponse<String> ask(Event event, String email) {
        var form = new LinkedHashMap<String, String>();
        form.put("email", email);
        form.put("token", Reception.token(reception.page(event)));
        return reception.site.post("/events/" + event.slug() + "/link", form);
    }

    @Test
    void strangersReadNothingButHowToGetTheirLink() {
        var event = sample().in(database.pool());

        var page = reception.page(event);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Alleen met uitnodiging", "Stuur mij mijn link", "noindex");
        assertThat(page.body()).doesNotContain("Wijktafel Haven", "De Schoor", "10 december");
    }

    @Test
    void whoHoldsAnInvitationFindsTheFormFilledInAndRegisters() {
        var event = sample().in(database.pool());
        var token = token(invited(event, "Ada"));

        var page = reception.site.get("/events/" + event.slug() + "?invitation=" + token);
        assertThat(page.body()).contains("Wijktafel Haven", "value=\"ada@mail.example\"", " readonly", "value=\"Ada\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");

        var form = Reception.filled("Ada");
        form.put("invitation", token);
        var answer = reception.send(event, form, Reception.token(page));

        assertThat(answer.body()).contains("U bent aangemeld").doesNotContain("Stuur dit adres door");
        assertThat(reception.registered(event)).containsExactly("Ada confirmed on_site");
    }

    @Test
    void anInvitationIsOnePersonsOwn() {
        var event = sample().in(database.pool());
        var token = token(invited(event, "Ada"));
        var page = reception.site.get("/events/" + event.slug() + "?invitation=" + token);
        var form = Reception.filled("Grace");
        form.put("invitation", token);

        var answer = reception.send(event, form, Reception.token(page));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Gebruik het adres waarop u bent uitgenodigd: ada@mail.example.");
    }

    @Test
    void anotherEventsInvitationOpensNothing() {
        var event = sample().in(database.pool());
        var other = token(invited(sample().in(database.pool()), "Ada"));

        var page = reception
                .site
                .get("/events/" + event.slug() + "?invitation=" + other)
                .body();

        assertThat(page).contains("Deze link werkt niet meer").doesNotContain("Wijktafel Haven");
    }

    @Test
    void withoutAnInvitationNobodyRegisters() {
        var event = sample().in(database.pool());

        var typed = reception.send(event, Reception.filled("Ada"), "x");
        var called = reception.call(event, "{}");

        assertThat(typed.statusCode()).isEqualTo(403);
        assertThat(typed.body()).contains("Stuur mij mijn link").doesNotContain("Wijktafel Haven");
        assertThat(called.statusCode()).isEqualTo(403);
        assertThat(called.body()).contains("/by-invitation");
        assertThat(reception.registered(event)).isEmpty();
    }

    @Test
    void askingForTheLinkIsAnsweredAlikeAndWritesOnlyToWhoIsInvited() {
        var event = sample().draft().in(database.pool());
        invited(event, "Ada");
        assertThat(letters(event)).isZero();
        await(database.pool()
                .preparedQuery("update event set status = 'published' where id = $1")
                .execute(io.vertx.sqlclient.Tuple.of(event.id())));

        var known = ask(event, "Ada@mail.example");
        var unknown = ask(event, "Eva@mail.example");

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(known.body().replace("Ada", "Eva")).isEqualTo(unknown.body());
        eventually(() -> letters(event) == 1);
    }

    @Test
    void anAddressThatIsNoneIsNamedAtItsField() {
        var event = sample().in(database.pool());

        var answer = ask(event, "ada");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>Fout: ", "href=\"#email\"", "value=\"ada\"", "id=\"email-error\"");
    }

    @Test
    void aLetterLeavesAtOnceWhereTheEventIsPublishedAndElseAtPublishing() {
        var published = sample().in(database.pool());
        var draft = sample().draft().in(database.pool());

        invited(published, "Ada");
        invited(draft, "Ada");
        assertThat(letters(published)).isEqualTo(1);
        assertThat(letters(draft)).isZero();

        await(database.pool().withTransaction(tx -> reception.invitees.published(tx, draft)));
        await(database.pool().withTransaction(tx -> reception.invitees.published(tx, draft)));
        assertThat(letters(draft)).isEqualTo(1);
        var again = new EmailAddress("ADA@mail.example");
        boolean added = await(database.pool()
                .withTransaction(tx -> reception.invitees.add(tx, draft, UUID.randomUUID(), again, Optional.empty())));
        assertThat(added).isFalse();
    }

    @Test
    void anEventThatBecomesClosedLaterWritesToWhoWasListedAlready() {
        var draft = sample().draft().in(database.pool());
        invited(draft, "Ada");

        await(database.pool()
                .withTransaction(tx -> reception.invitees.changed(
                        tx, new EventChange(draft, draft, Reception.NOW, EventChange.Part.FIRST))));
        await(database.pool()
                .withTransaction(tx -> reception.invitees.changed(
                        tx, new EventChange(draft, draft, Reception.NOW, EventChange.Part.FURTHER))));

        assertThat(letters(draft)).isEqualTo(1);
    }
}
