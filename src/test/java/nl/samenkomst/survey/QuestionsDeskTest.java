package nl.samenkomst.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenkomst.account.Role;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff do with the questions, and what they and their programs take along of the answers. */
class QuestionsDeskTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static SurveyHouse house;

    @BeforeAll
    static void serve() {
        house = new SurveyHouse(database);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void anEventThatWasYesterday() {
        house.another();
    }

    @Test
    void theCsvHoldsAnAnswerARowWithoutFormulasAndIsNoted() {
        house.survey()
                .answers(5, "whole", "5", Attendance.ON_SITE)
                .answers(4, "whole", "2", Attendance.ONLINE)
                .answers(2, "met", "0", Attendance.ONLINE)
                .answer("next", "=cmd|' /C calc'!A0", null, true)
                .counted(9, 9);

        var answer = house.get(house.path() + ".csv", house.organiser);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(answer.body().lines())
                .hasSize(1 + 9 + 2 + 1)
                .startsWith("\uFEFFVraag;Antwoord;Hoe gekomen")
                .contains("Wat vond u van de wijktafel?;5;", "Wie leerde u kennen?;Een huisarts;")
                .contains("Wat gaat u morgen anders doen?;'=cmd|' /C calc'!A0;")
                .noneMatch(line -> line.contains("Online"));
        assertThat(house.verbs()).containsExactly("survey.export");
        assertThat(house.get(house.path() + ".csv", house.facilitator).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theRoomOpensItFromTheStartOnAndOnce() {
        assertThat(house.page("")).contains("Nog niet open", "Open nu", "Wat vond u van de wijktafel?");

        assertThat(SurveyHouse.leadsTo(house.post(house.path() + "/open", Map.of())))
                .isEqualTo(house.path() + "?done=open");

        assertThat(house.page("?done=open"))
                .contains("De vragen staan open.", "Antwoorden kan tot donderdag 24 december om 21.00 uur");
        assertThat(house.page(""))
                .contains("/organise/events/" + house.event.slug() + "/screen")
                .doesNotContain("Open nu");
        assertThat(house.verbs()).containsExactly("survey.open");
    }

    @Test
    void anEventThatIsStillToComeSaysWhenItOpens() {
        house.event = SampleEvent.of(SampleNetwork.in(database.pool(), house.ours))
                .start(SurveyHouse.NEXT_DAY.plusSeconds(3600))
                .in(database.pool());

        assertThat(house.page(""))
                .contains("Gaat vanzelf open op vrijdag 11 december om 22.00 uur")
                .doesNotContain("Open nu");
        assertThat(house.post(house.path() + "/open", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void whoWasNeverAskedIsNotAskedAnyMore() {
        house.event = SampleEvent.of(SampleNetwork.in(database.pool(), house.ours))
                .start(SurveyHouse.NEXT_DAY.minusSeconds(15 * 24 * 3600))
                .in(database.pool());

        assertThat(house.page(""))
                .contains("Niet gevraagd", "Na deze bijeenkomst is niemand iets gevraagd.")
                .doesNotContain("Gaat vanzelf open", "/screen", "Open nu");
    }

    @Test
    void questionsAreChangedPerLanguageAndAddedMovedAndTakenAway() {
        var form =
                form(house.get(house.path() + "/questions", house.facilitator).body());
        assertThat(form)
                .containsEntry("q[0].words.nl", "Wat vond u van de wijktafel?")
                .containsEntry("edited", "0");
        form.put("q[0].words.nl", "Hoe vond u de tafel?");
        form.put("kind", "one_of");
        form = form(house.post(house.path() + "/questions", with(form, "add")).body());
        int last = form.keySet().stream().mapToInt(QuestionsDeskTest::row).max().orElseThrow();
        form.put("q[" + last + "].words.nl", "Hoe kwam u?");
        form.put("q[" + last + "].choices.nl", "Lopend\nMet de fiets");
        form = form(house.post(house.path() + "/questions", with(form, "up:" + last))
                .body());
        form = form(house.post(house.path() + "/questions", with(form, "remove:" + last))
                .body());

        assertThat(SurveyHouse.leadsTo(house.post(house.path() + "/questions", with(form, "save"))))
                .isEqualTo(house.path() + "?done=questions");

        var kept = house.kept();
        assertThat(kept.get(0).words())
                .containsEntry("nl", "Hoe vond u de tafel?")
                .containsKey("en");
        assertThat(kept).hasSize(last);
        assertThat(kept.get(last - 1).choices()).containsExactly(Map.of("nl", "Lopend"), Map.of("nl", "Met de fiets"));
        assertThat(kept.get(last - 1).id()).startsWith("own-");
        assertThat(house.verbs()).containsExactly("survey.questions");
    }

    @Test
    void badQuestionsAreRefusedAtTheirFieldsWithWhatWasTyped() {
        var form =
                form(house.get(house.path() + "/questions", house.facilitator).body());
        form.put("q[0].words.nl", " ");
        form.put("q[1].words.nl", "x".repeat(201));
        form.put("q[2].choices.nl", "Eén\nEén");
        form.put("q[2].choices.en", "One");

        var wrong = house.post(house.path() + "/questions", with(form, "save"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "<title>Fout:", "href=\"#q-0-words-nl\"", "href=\"#q-1-words-nl\"", "href=\"#q-2-choices-nl\"")
                .contains("href=\"#q-2-choices-en\"", "x".repeat(201), "Vul de vraag in, of haal hem weg.");
        assertThat(house.post(house.path() + "/questions", Map.of("edited", "0", "do", "save"))
                        .body())
                .contains("Voeg minstens één vraag toe.");
    }

    @Test
    void whoSavesSecondSeesBothVersionsAndKeepsWhatTheyTyped() {
        var mine =
                form(house.get(house.path() + "/questions", house.facilitator).body());
        var theirs = new LinkedHashMap<>(mine);
        theirs.put("q[0].words.nl", "Van een collega?");
        mine.put("q[0].words.nl", "Van mij?");
        assertThat(house.post(house.path() + "/questions", with(theirs, "save")).statusCode())
                .isEqualTo(303);

        var pressed = form(
                house.post(house.path() + "/questions", with(mine, "remove:4")).body());
        var overtaken = house.post(house.path() + "/questions", with(pressed, "save"));

        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body()).contains("Iemand anders was u voor", "Van een collega?", "value=\"Van mij?\"");
        assertThat(house.kept().get(0).words()).containsEntry("nl", "Van een collega?");
        assertThat(house.post(house.path() + "/questions", with(form(overtaken.body()), "save"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.kept().get(0).words()).containsEntry("nl", "Van mij?");
    }

    @Test
    void afterTheFirstAnswerTheQuestionsStayAndThePageSaysWhy() {
        var form =
                form(house.get(house.path() + "/questions", house.facilitator).body());
        house.survey().counted(1, 0);

        assertThat(house.get(house.path() + "/questions", house.facilitator).body())
                .contains("Er is al 1 antwoord.", "Wat vond u van de wijktafel?")
                .doesNotContain("Bewaar de vragen");
        var late = house.post(house.path() + "/questions", with(form, "save"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Er is al 1 antwoord.");
    }

    @Test
    void theApiTellsTheQuestionsAndFromFiveOnTheAnswers() {
        var survey = house.survey().answers(4, "whole", "5", null).counted(4, 4);
        var asked = house.json("/survey");
        assertThat(asked.getString("status")).isEqualTo("open");
        assertThat(asked.getInteger("answered")).isEqualTo(4);
        assertThat(asked.getString("closesAt")).isEqualTo("2026-12-24T21:00:00+01:00");
        assertThat(asked.getJsonArray("questions")
                        .getJsonObject(0)
                        .getJsonObject("words")
                        .getString("en"))
                .isEqualTo("Wat vond u van de wijktafel? (en)");
        assertThat(house.json("/responses"))
                .isEqualTo(new JsonObject("{\"items\": [], \"next\": null, \"hidden\": true, \"answered\": 4}"));

        survey.answer("whole", "1", null, true)
                .answer("next", "Bellen", null, true)
                .counted(5, 5);

        var first = house.json("/responses?limit=1");
        assertThat(first.getBoolean("hidden")).isFalse();
        assertThat(first.getJsonArray("items").getJsonObject(0).getJsonArray("answers"))
                .containsExactlyInAnyOrder(5, 5, 5, 5, 1);
        var rest = house.json("/responses?after=" + first.getString("next"));
        assertThat(rest.getJsonArray("items")).hasSize(5);
        assertThat(rest.getJsonArray("items").getJsonObject(4).getJsonArray("answers"))
                .containsExactly("Bellen");
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    void theApiIsForStaffOfTheOrganisationAlone() {
        var call = "/api/v1/events/" + house.event.slug() + "/responses";
        var theirs = house.staff.bearer(house.staff.organisation("theirs-" + UUID.randomUUID()), Role.OWNER);

        assertThat(house.site.get(call).statusCode()).isEqualTo(401);
        assertThat(house.get(call, theirs).statusCode()).isEqualTo(404);
        assertThat(house.get(house.path(), theirs).statusCode()).isEqualTo(404);
        assertThat(house.get(call + "?after=x", house.facilitator).statusCode()).isEqualTo(422);
    }

    /** What a browser would send back of the form on this page. */
    private static Map<String, String> form(String page) {
        var form = new LinkedHashMap<String, String>();
        var inputs = Pattern.compile(
                        "<(?:input|textarea)([^>]*name=\"((?:q\\[|edited)[^\"]*)\"[^>]*)>(?:\\s*([^<]*)</textarea>)?")
                .matcher(page);
        var value = Pattern.compile("value=\"([^\"]*)\"");
        while (inputs.find()) {
            var typed = value.matcher(inputs.group(1));
            form.put(
                    inputs.group(2),
                    Optional.ofNullable(inputs.group(3)).orElseGet(() -> typed.find() ? typed.group(1) : ""));
        }
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String deed) {
        var more = new LinkedHashMap<>(form);
        more.put("do", deed);
        return more;
    }

    private static int row(String name) {
        return name.startsWith("q[") ? Integer.parseInt(name.substring(2, name.indexOf(']'))) : -1;
    }
}
