package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.OwnLinks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Words are given: by the link or by the code, with consent for exactly what was ticked, and never by mistake. */
class GivingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static QuoteHouse house;

    private final Evening evening = house.evening();

    @BeforeAll
    static void open(@TempDir Path data) {
        house = new QuoteHouse(database, data);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void afterTheAnswersAFormOfItsOwnAsksForWordsWithNothingChosenBeforehand() {
        evening.survey();
        await(database.pool()
                .preparedQuery("""
                        insert into survey_question (survey_id, version, id, position, kind, words)
                        select id, 1, 'open', 0, 'open', '{"nl": "Wat neemt u mee?"}'::jsonb from survey where event_id = $1
                        """)
                .execute(Tuple.of(evening.event().id())));
        var feedback = "/events/" + evening.event().slug() + "/feedback";
        var form = house.visitor().get(feedback + "?code=" + Evening.CODE);
        var answered = house.visitor().post(feedback, answers(form, Evening.WORDS));

        assertThat(form.body()).doesNotContain("Mogen we uw woorden gebruiken?");
        assertThat(answered.body())
                .contains(
                        "Mogen we uw woorden gebruiken? Dat hoeft niet.",
                        "niet meer anoniem",
                        "“" + Evening.WORDS + "”")
                .contains("action=\"" + feedback + "/quotes\"", "name=\"email\"")
                .doesNotContain(" checked");
    }

    @Test
    void byTheirLinkSomebodyPicksWhatTheyJustWroteWithWhatTheyDo() {
        var ada = house.hall().register(evening.event(), "Ada");
        var form = evening.form(
                "sentences[0]", "Ik bel nu zelf.", "sentences[1]", Evening.WORDS, "pick", "1", "attribution", "role");
        form.putAll(Map.of("role", "vrijwilliger", "name", "Ada", "scopes", "recap"));

        var answer = house.visitor().post(evening.byLink(ada), form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Dank u wel", "/quotes/", "mailen u deze link")
                .doesNotContain("Bewaar deze link.");
        var row = house.wording(house.quote(answer));
        assertThat(row.getString("words")).isEqualTo(Evening.WORDS);
        assertThat(row.getString("role")).isEqualTo("vrijwilliger");
        assertThat(row.getString("name")).as("they did not want it shown").isNull();
        assertThat(row.getArrayOfStrings("scopes")).containsExactly("recap");
        assertThat(row.getString("language")).isEqualTo("nl");
        assertThat(row.getInteger("consent_text")).isEqualTo(Wording.CONSENT_TEXT);
        assertThat(row.getOffsetDateTime("consented_at")).isNotNull();
        eventuallyPasses(() -> assertThat(house.mail("Uw woorden over")).contains(house.link(answer)));
        assertThat(house.visitor().get(OwnLinks.path(house.links(), ada)).body())
                .contains(house.link(answer));
    }

    @Test
    void byTheRoomsCodeSomebodyWritesThemNamelessAndKeepsTheLink() {
        var answer = evening.give(evening.form("words", Evening.WORDS, "attribution", "none", "scopes", "social"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Bewaar deze link.").doesNotContain("mailen u deze link");
        assertThat(house.wording(house.quote(answer)).getString("attribution")).isEqualTo("none");
        assertThat(house.visitor().get(house.link(answer)).body())
                .contains(Evening.WORDS, "geen naam", "terugblik op het jaar: nee");
    }

    @Test
    void withNameAndAddressTheAddressIsSealedAndItsLetterCounts() {
        var form = evening.form(
                "words", Evening.WORDS, "attribution", "name", "name", "Marloes van der Veen", "role", "huisarts");
        form.putAll(Map.of("scopes", "review", "email", "marloes@mail.example"));

        var answer = evening.give(form);

        assertThat(house.visitor().get(house.link(answer)).body()).contains("Marloes van der Veen, huisarts");
        var sealed = await(new QuoteStore(database.pool()).address(house.quote(answer)))
                .orElseThrow();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("marloes");
        boolean counted = await(database.pool()
                .preparedQuery("select counted from outbox where subject = $1")
                .execute(Tuple.of(Quotes.subject(house.quote(answer))))
                .map(rows -> rows.iterator().next().getBoolean("counted")));
        assertThat(counted).isTrue();
    }

    @Test
    void nothingIsChosenBeforehandAndWhatIsMissingIsAskedWithAllThatWasTyped() {
        var nothing = evening.give(evening.form());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body())
                .contains("<title>Fout:", "#words", "#attribution", "#scopes")
                .doesNotContain(" checked");

        var some = evening.give(evening.form(
                "words", Evening.WORDS, "scopes", "recap", "email", "geen adres", "sentences[0]", "Een zin."));
        assertThat(some.statusCode()).isEqualTo(422);
        assertThat(some.body())
                .contains(Evening.WORDS, "geen adres", "Een zin.", "value=\"recap\" id=\"scopes\" checked");

        var named = evening.give(evening.form(
                "words", Evening.WORDS, "attribution", "name", "scopes", "recap", "name", "www.kwaad.example"));
        assertThat(named.body()).contains("#name", "#role");
        assertThat(evening.give(evening.form("words", "a".repeat(401), "attribution", "none", "scopes", "recap"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void neitherAnotherCodeNorAForgedFormNorAnErasedPersonGivesAnything() {
        var form = evening.form("words", Evening.WORDS, "attribution", "none", "scopes", "recap");
        evening.survey();
        form.put("code", "4321");
        assertThat(evening.send(form).statusCode()).isEqualTo(409);

        form.put("code", Evening.CODE);
        form.put("token", "forged");
        assertThat(evening.send(form).statusCode()).isEqualTo(422);

        var hall = house.hall();
        var ada = hall.register(evening.event(), "Ada");
        await(hall.registrations().erase(ada));
        assertThat(house.visitor().post(evening.byLink(ada), evening.form()).statusCode())
                .isEqualTo(410);
        assertThat(await(new QuoteChangeStore(database.pool()).hold(ada.id())))
                .as("nor who was still there when the form came in")
                .isFalse();
        assertThat(await(new QuoteStore(database.pool()).ofEvent(evening.event().id())))
                .isEmpty();
    }

    @Test
    void theSameFormGivesOnceAndNobodyGivesMoreThanFive() {
        var ada = house.hall().register(evening.event(), "Ada");
        var form = evening.form("words", Evening.WORDS, "attribution", "none", "scopes", "recap");
        var first = house.visitor().post(evening.byLink(ada), form);

        assertThat(house.link(house.visitor().post(evening.byLink(ada), form))).isEqualTo(house.link(first));
        for (int i = 1; i < Quotes.MOST; i++) {
            assertThat(house.visitor()
                            .post(
                                    evening.byLink(ada),
                                    evening.form("words", Evening.WORDS + i, "attribution", "none", "scopes", "recap"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(house.visitor()
                        .post(
                                evening.byLink(ada),
                                evening.form("words", "Nog een.", "attribution", "none", "scopes", "recap"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(await(new QuoteStore(database.pool()).ofEvent(evening.event().id())))
                .hasSize(Quotes.MOST);

        house.own(first, "withdraw");
        assertThat(house.visitor()
                        .post(
                                evening.byLink(ada),
                                evening.form("words", "Nog een.", "attribution", "none", "scopes", "recap"))
                        .statusCode())
                .as("as the refusal says: take one away first")
                .isEqualTo(200);
    }

    @Test
    void whoeverSeemsToNameAClientIsWarnedOnceAndThenHeldForALook() {
        var words = "Mevrouw De Wit uit de Pilotenstraat kon ik dezelfde week nog helpen.";
        var form = evening.form("words", words, "attribution", "none", "scopes", "social");
        var warned = evening.give(form);
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("Hier lijkt een cliënt te staan.", words, "name=\"warned\"");

        form.put("warned", "yes");
        var quote = house.quote(evening.give(form));

        assertThat(evening.desk("?show=given").body())
                .contains("Eerst kijken", "<mark>De Wit uit de Pilotenstraat</mark>", "Het is geen cliënt")
                .doesNotContain(quote + "/approve");
        assertThat(house.act(quote, "approve").statusCode()).isEqualTo(409);
        assertThat(house.patch(quote, "*", "approved").statusCode()).isEqualTo(409);
        assertThat(house.act(quote, "looked").statusCode()).isEqualTo(422);
        assertThat(evening.published()).doesNotContain("Pilotenstraat");

        assertThat(house.act(quote, "looked", "sure", "yes").statusCode()).isEqualTo(303);
        assertThat(evening.published()).contains("Pilotenstraat");
    }

    /** The form of the survey as it came, with this in its one field. */
    private static Map<String, String> answers(HttpResponse<String> form, String text) {
        var fields = new HashMap<String, String>();
        var hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
        hidden.matcher(form.body()).results().forEach(found -> fields.put(found.group(1), found.group(2)));
        var open = Pattern.compile("<textarea[^>]* name=\"([^\"]+)\"").matcher(form.body());
        assertThat(open.find()).isTrue();
        fields.put(open.group(1), text);
        return fields;
    }
}
