package nl.samenkomst.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;
import nl.samenkomst.spi.Question.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationPagesTest {

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
        return SampleEvent.somewhere(database.pool());
    }

    @Test
    void whoFillsInTheFormIsRegisteredAndReadsSo() {
        var event = sample().in(database.pool());

        var answer = reception.send(event, Reception.filled("Ada"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "U bent aangemeld", "Er is een plek voor u in de zaal, <bdi>Ada</bdi>", "ada@<wbr>mail.example")
                .contains("/events/" + event.slug() + "/event.ics");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("/registrations/");
        assertThat(reception.registered(event)).containsExactly("Ada confirmed on_site");
    }

    @Test
    void theFormShowsTheSeatsThatAreLeft() {
        var event = sample().seats(3).in(database.pool());
        reception.send(event, Reception.filled("Ada"));

        var page = reception.page(event).body();

        assertThat(page).contains("<b class=\"number\">2</b> plekken vrij", "1 van de 3 plekken bezet");
        assertThat(page).contains("Er is plek", "Uw organisatie <span class=\"not-needed\">(hoeft niet)</span>");
        assertThat(page).contains("Waar hoort u bij?</legend>");
    }

    @Test
    void everyMistakeIsNamedAndEverythingTypedIsKept() {
        var event = sample().questions(
                        new Question("soup", Kind.YES_NO, "Eet u soep mee?", true, List.of()),
                        new Question("bring", Kind.TEXT, "Wat neemt u mee?", false, List.of()))
                .in(database.pool());
        var form = Reception.filled("Ada");
        form.put("name", " ");
        form.put("email", "ada.lovelace@");
        form.put("organisation", "Stichting <b>Vet</b>");
        form.put("sector", "pirate");
        form.put("answers[bring]", "een \"kaart\" & <i>meer</i>");

        var answer = reception.send(event, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Fout: Wijktafel Haven", "role=\"alert\"", "5 dingen kloppen nog niet");
        assertThat(answer.body())
                .containsSubsequence("href=\"#name\"", "href=\"#email\"", "href=\"#sector\"", "href=\"#answers-soup\"");
        assertThat(answer.body())
                .contains("<a href=\"#name\">Vul uw naam in.</a>", "href=\"#email\"", "href=\"#sector\"")
                .contains("href=\"#answers-soup\"", "id=\"answers-soup\"", "id=\"email-error\"", "id=\"sector\"")
                .contains("aria-describedby=\"email-hint email-error\" aria-invalid=\"true\"");
        assertThat(answer.body())
                .contains("value=\"ada.lovelace@\"", "value=\"Stichting &lt;b&gt;Vet&lt;/b&gt;\"")
                .contains("een &quot;kaart&quot; &amp; &lt;i&gt;meer&lt;/i&gt;")
                .doesNotContain("<b>Vet", "<i>meer");
        assertThat(answer.body()).contains("value=\"on_site\" id=\"attendance\" checked");
        assertThat(reception.registered(event)).isEmpty();
    }

    @Test
    void aFormThatIsMendedGoesThroughWithItsFreshToken() {
        var event = sample().in(database.pool());
        var form = Reception.filled("Ada");
        form.put("email", "ada");
        var again = reception.send(event, form);
        form.put("email", "ada@mail.example");

        assertThat(reception.send(event, form, Reception.token(again)).body()).contains("U bent aangemeld");
    }

    @Test
    void theSameFormSentAgainRepeatsItsAnswer() {
        var event = sample().in(database.pool());
        var token = Reception.token(reception.page(event));

        var first = reception.send(event, Reception.filled("Ada"), token);
        var second = reception.send(event, Reception.filled("Ada"), token);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(reception.registered(event)).hasSize(1);
    }

    @Test
    void theSameFormWithAnotherNameIsAskedOnceMore() {
        var event = sample().in(database.pool());
        var token = Reception.token(reception.page(event));
        reception.send(event, Reception.filled("Ada"), token);

        var other = reception.send(event, Reception.filled("Grace"), token);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("U stuurde dit formulier al een keer", "value=\"Grace\"");
        assertThat(reception
                        .send(event, Reception.filled("Grace"), Reception.token(other))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKnownAddressIsAnsweredLikeANewcomer() {
        var event = sample().in(database.pool());

        var first = reception.send(event, Reception.filled("Ada"));
        var second = reception.send(event, Reception.filled("Ada"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(reception.registered(event)).hasSize(1);
    }

    @Test
    void aFullRoomLeadsToTheLineAndSaysAtWhichPlace() {
        var event = sample().seats(1).attendance(Gathering.ON_SITE).in(database.pool());
        reception.send(event, Reception.filled("Ada"));

        assertThat(reception.page(event).body())
                .contains("Alle plekken zijn bezet.", "Met deze keuze komt u op de wachtlijst, op plek 1.")
                .contains("Zet mij op de wachtlijst");
        assertThat(reception.send(event, Reception.filled("Grace")).body())
                .contains("U staat op de wachtlijst", "<b>plek 1</b> voor de zaal");
        assertThat(reception.registered(event)).containsExactly("Ada confirmed on_site", "Grace waitlisted on_site");
    }

    @Test
    void whereTheRoomIsFullOnlineIsProposedAndThePlaceInLineIsKept() {
        var event = sample().seats(1).in(database.pool());
        reception.send(event, Reception.filled("Ada"));
        var form = Reception.filled("Grace");
        form.put("attendance", "online");
        form.put("wants", "on_site");

        assertThat(reception.page(event).body())
                .contains("De zaal is vol, online is er plek.", "value=\"online\" checked", "tick wants-on_site");
        assertThat(reception.send(event, form).body())
                .contains("U komt online, <bdi>Grace</bdi>, en u staat op <b>plek 1</b> voor de zaal.");
    }

    @Test
    void withoutALineAFullRoomSaysSo() {
        var event = sample().seats(1)
                .attendance(Gathering.ON_SITE)
                .withoutWaitlist()
                .in(database.pool());
        var token = Reception.token(reception.page(event));
        reception.send(event, Reception.filled("Ada"));

        var late = reception.send(event, Reception.filled("Grace"), token);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Hier is geen plek meer", "Er is geen wachtlijst.");
        assertThat(reception.page(event).body())
                .contains("Er is geen wachtlijst.")
                .doesNotContain("name=\"token\"");
    }

    @Test
    void whatIsClosedPastOrCalledOffSaysSoInWords() {
        assertRefused(sample().registrationClosed().in(database.pool()), "De aanmelding is gesloten.");
        assertRefused(
                sample().start(Reception.NOW.minusSeconds(60)).in(database.pool()), "Deze bijeenkomst is begonnen");
        assertRefused(
                sample().start(Reception.NOW.minusSeconds(99_999)).in(database.pool()), "Deze bijeenkomst is geweest");
        assertRefused(sample().cancelled().in(database.pool()), "Deze bijeenkomst gaat niet door");
    }

    private static void assertRefused(Event event, String words) {
        var token = TestSite.links("http://localhost:8080");
        var issued = new FormTokens(token, Clock.systemUTC(), Duration.ZERO).issue("event:" + event.id());

        var answer = reception.send(event, Reception.filled("Ada"), issued);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void aDraftOrAnUnknownEventIsNotFound() {
        var draft = sample().draft().in(database.pool());

        assertThat(reception.send(draft, Reception.filled("Ada"), "x").statusCode())
                .isEqualTo(404);
        assertThat(reception.site.get("/events/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormThatIsTooOldOrForgedComesBackFilledInWithAFreshToken() {
        var event = sample().in(database.pool());
        var links = TestSite.links("http://localhost:8080");
        var dayAndMore = Clock.fixed(Instant.now().minus(Duration.ofHours(25)), ZoneOffset.UTC);
        var old = new FormTokens(links, dayAndMore, Duration.ZERO).issue("event:" + event.id());

        var late = reception.send(event, Reception.filled("Ada"), old);
        var forged = reception.send(event, Reception.filled("Ada"), "forged");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Deze pagina stond lang open", "value=\"Ada\"");
        assertThat(forged.statusCode()).isEqualTo(422);
        assertThat(reception
                        .send(event, Reception.filled("Ada"), Reception.token(late))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatFillsInTheTrapIsToldSoAndNotRegistered() {
        var event = sample().in(database.pool());
        var form = Reception.filled("Ada");
        form.put("website", "https://spam.example");

        var answer = reception.send(event, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Laat het vak “Website” leeg").doesNotContain("spam.example");
        assertThat(reception.registered(event)).isEmpty();
    }

    @Test
    void aFormOfMoreThanItsBoundIsRefusedAtOnce() {
        var event = sample().in(database.pool());
        var form = Reception.filled("Ada");
        form.put("organisation", "x".repeat(70_000));

        assertThat(reception.send(event, form, "x").statusCode()).isEqualTo(413);
    }

    @Test
    void theFormSpeaksEnglishAndWritesInItLater() {
        var event = sample().in(database.pool());

        var page = reception.site.get("/events/" + event.slug() + "?lang=en").body();

        assertThat(page).contains("How will you join?", "action=\"/events/" + event.slug() + "/registrations?lang");
    }
}
