package nl.samenkomst.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff see of the answers, the day after: as far as they may be told. */
class SurveyDeskTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Pattern BAR =
            Pattern.compile("<th scope=\"row\" dir=\"auto\">([^<]+)</th><td class=\"num\">([0-9]+)</td>");

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
    void belowFiveAnswersNothingIsToldAndThePageSaysWhy() {
        house.survey()
                .answers(4, "whole", "5", Attendance.ON_SITE)
                .answer("next", "Bellen", null, true)
                .counted(4, 4);

        assertThat(house.page(""))
                .contains("<b>4</b> mensen gaven antwoord", "Vanaf 5 antwoorden ziet u hier")
                .doesNotContain("Bellen", "van de 5", "<svg class=\"chart", "survey.csv");
        assertThat(house.get(house.path() + ".csv", house.organiser).statusCode())
                .isEqualTo(409);
    }

    @Test
    void fromFiveOnEveryKindOfQuestionHasItsFindingAndItsTable() {
        house.survey()
                .answers(3, "whole", "5", null)
                .answers(2, "whole", "3", null)
                .answers(3, "again", "9", null)
                .answers(4, "room", "1", null)
                .answers(1, "room", "4", null)
                .answers(4, "met", "1", null)
                .answers(2, "met", "0", null)
                .answers(2, "came", "0", null)
                .answers(2, "came", "1", null)
                .answer("next", "Vaker <b>bellen</b>", null, true)
                .counted(5, 5);

        var page = house.page("");

        assertThat(page)
                .contains("<b class=\"large\">4,2</b>", "van de 5, gemiddeld over 5 antwoorden")
                .contains("aria-label=\"Wat vond u van de wijktafel? 4,2 van de 5, gemiddeld")
                .contains("<b class=\"large\">9,0</b>", "van de 10, gemiddeld over 3 antwoorden")
                .contains("<b class=\"large\">4</b>", "van de 5 zijn het hiermee eens")
                .contains("keer gekozen, het vaakst: Iemand van de buurt", "Er is niet één antwoord")
                .contains("Vaker &lt;b&gt;bellen&lt;/b&gt;", "Toon als tabel");
        assertThat(bars(page)).containsEntry("5", "3").containsEntry("3", "2").containsEntry("Lopend", "2");
        assertThat(house.page("?lang=en")).contains("4.2", "What did they think?", "Iemand van de buurt (en)");
    }

    @Test
    void whatIsNotPartOfAStepStaysOutAndThePageSaysOfHowManyItIs() {
        house.survey()
                .answers(5, "whole", "5", null)
                .answer("whole", "1", null, false)
                .answer("next", "Nog niet te zien", null, false)
                .counted(6, 5);

        assertThat(house.page(""))
                .contains("<b>6</b> mensen gaven antwoord", "de antwoorden van 5 mensen", "5,0")
                .doesNotContain("Nog niet te zien");
    }

    @Test
    void roomAndOnlineAreComparedOnlyWhereEachSideHasFive() {
        var survey = house.survey()
                .answers(5, "whole", "5", Attendance.ON_SITE)
                .answers(4, "whole", "2", Attendance.ONLINE)
                .counted(9, 9);
        assertThat(house.page("")).contains("3,7").doesNotContain("in de zaal (", "online (");

        survey.answer("whole", "2", Attendance.ONLINE, true).counted(10, 10);
        assertThat(house.page("")).contains("<b>5,0</b> in de zaal (5 antwoorden)", "<b>2,0</b> online (5 antwoorden)");

        survey.answer("whole", "1", null, true).counted(11, 11);
        assertThat(house.page(""))
                .as("what the two leave of the whole is one person's")
                .doesNotContain("in de zaal (");
    }

    @Test
    void otherGatheringsOfTheFormatAreComparedOnlyWhereTheyHaveFiveTogether() {
        house.survey().answers(5, "whole", "5", null).counted(5, 5);
        var small = house.other("wijktafel").answers(4, "whole", "1", null).counted(4, 4);
        house.other("webinar").answers(9, "whole", "1", null).counted(9, 9);
        assertThat(house.page("")).doesNotContain("bij uw andere");

        small.counted(5, 5);
        assertThat(house.page("")).as("four of the five gave a mark").doesNotContain("bij uw andere");

        small.answer("whole", "1", null, true).counted(6, 6);
        assertThat(house.page("")).contains("<b>1,0</b> bij uw andere wijktafels (5 antwoorden)");

        small.run("update survey_question set words = '{\"nl\": \"Iets anders?\"}' where survey_id = $1", small.id);
        assertThat(house.page("")).doesNotContain("bij uw andere");
    }

    @Test
    void anAnswerKeepsTheWordingThatItWasGivenTo() {
        var survey = house.survey().answers(5, "whole", "5", null).counted(5, 5);
        survey.run("""
                insert into survey_question (survey_id, version, id, position, kind, words)
                values ($1, 2, 'whole', 0, 'rating', '{"nl": "Hoe vond u het?"}')
                """, survey.id);
        survey.run("update survey set version = 2 where id = $1", survey.id);

        assertThat(house.page(""))
                .contains("Hoe vond u het?", "Op deze vraag antwoordde niemand.")
                .contains("Wat vond u van de wijktafel?", "Zo vroegen we het eerst (versie 1).");
    }

    @Test
    void aThemeIsGivenFilteredByAndTakenAway() {
        var survey = house.survey()
                .answers(5, "whole", "5", null)
                .answer("next", "Samen op huisbezoek", null, true)
                .answer("next", "De folder in het Turks", null, true)
                .counted(5, 5);
        var answer = survey.answerId("Samen op huisbezoek");

        var given = house.act(answer, Map.of("do", "theme", "theme", " samen  doen "));
        assertThat(SurveyHouse.leadsTo(given)).isEqualTo(house.path() + "#answer-" + answer);
        assertThat(house.act(survey.answerId("De folder in het Turks"), Map.of("do", "theme", "theme", "Taal"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(house.page(""))
                .contains("<span class=\"theme\" dir=\"auto\">samen doen</span>", "?theme&#x3D;samen+doen")
                .contains("<option value=\"Taal\">");
        assertThat(house.page("?theme=samen+doen"))
                .contains("Samen op huisbezoek")
                .doesNotContain("De folder in het Turks");
        assertThat(SurveyHouse.leadsTo(house.act(answer, Map.of("remove", "samen doen", "filter", "samen doen"))))
                .isEqualTo(house.path() + "?theme=samen+doen#answer-" + answer);
        assertThat(house.page("?theme=samen+doen")).contains("Geen antwoord heeft dit thema.");
        assertThat(house.verbs()).containsExactly("survey.theme", "survey.theme", "survey.theme");
    }

    @Test
    void aThemeKeepsItsSpellingAndABadOneIsRefusedWithWhatWasTyped() {
        var survey = house.survey()
                .answers(5, "whole", "5", null)
                .answer("next", "Bellen", null, true)
                .answer("next", "Mailen", null, true)
                .counted(5, 5);
        house.act(survey.answerId("Bellen"), Map.of("do", "theme", "theme", "Contact"));
        house.act(survey.answerId("Mailen"), Map.of("do", "theme", "theme", "contact"));
        assertThat(house.page("?theme=Contact")).contains("Bellen", "Mailen");

        var long41 = house.act(survey.answerId("Bellen"), Map.of("do", "theme", "theme", "x".repeat(41)));

        assertThat(long41.statusCode()).isEqualTo(422);
        assertThat(long41.body())
                .contains("<title>Fout:", "href=\"#theme-" + survey.answerId("Bellen"), "hoogstens 40 letters")
                .contains("value=\"" + "x".repeat(41));
        assertThat(house.act(survey.answerId("Bellen"), Map.of("do", "theme", "theme", " "))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aLongListOfWordsIsShownInPart() {
        house.survey().answers(103, "next", "Bellen", null).counted(103, 103);

        assertThat(house.page("")).containsPattern("Toon er nog 3<").satisfies(page -> assertThat(shown(page))
                .isEqualTo(100));
        assertThat(shown(house.page("?all=yes"))).isEqualTo(103);
    }

    private static long shown(String page) {
        return page.lines().filter(line -> line.contains("<blockquote")).count();
    }

    @Test
    void whatMayNotBeReadCannotBeTaggedNorReleased() {
        var survey = house.survey()
                .answers(5, "whole", "5", null)
                .answer("next", "Nog verborgen", null, false)
                .counted(6, 5);
        var hidden = survey.answerId("Nog verborgen");
        var choice = survey.answerId("5");

        assertThat(house.act(hidden, Map.of("do", "theme", "theme", "Taal")).statusCode())
                .isEqualTo(404);
        assertThat(house.act(hidden, Map.of("do", "show")).statusCode()).isEqualTo(404);
        assertThat(house.act(choice, Map.of("do", "show")).statusCode()).isEqualTo(404);
        assertThat(house.act("no-id", Map.of("do", "show")).statusCode()).isEqualTo(404);
        assertThat(house.act(UUID.randomUUID().toString(), Map.of("do", "show")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void wordsGoToTheScreenByTheFacilitatorsClickAndComeOffAgain() {
        var survey = house.survey()
                .answers(5, "whole", "5", null)
                .answer("next", "Vaker bellen", null, true)
                .counted(5, 5);
        var answer = survey.answerId("Vaker bellen");
        assertThat(house.page("")).contains("Zet op het scherm").doesNotContain("Haal van het scherm");

        assertThat(house.act(answer, Map.of("do", "show")).statusCode()).isEqualTo(303);
        assertThat(house.page("")).contains("Haal van het scherm");
        assertThat(house.act(answer, Map.of("do", "hide")).statusCode()).isEqualTo(303);

        assertThat(house.page("")).doesNotContain("Haal van het scherm");
        assertThat(house.told).contains(house.event.id());
        assertThat(house.verbs()).containsExactly("survey.release", "survey.hide");
    }

    private static Map<String, String> bars(String page) {
        var bars = new LinkedHashMap<String, String>();
        var found = BAR.matcher(page);
        while (found.find()) {
            bars.putIfAbsent(found.group(1), found.group(2));
        }
        return bars;
    }
}
