package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.By;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answering by a personal link, as somebody does who was there. */
class FeedbackTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Evening evening;

    @BeforeEach
    void open() {
        evening = new Evening(database);
    }

    @AfterEach
    void close() {
        evening.close();
    }

    @Test
    void thePageAsksAndSaysWhatIsPromised() {
        var event = evening.asked("Ada");

        var page = page(evening.link(event, "Ada"));

        assertThat(page.body())
                .contains("<h1>Hoe was het voor u?</h1>", "Vijf vragen, twee minuten. Niemand ziet wie wat antwoordt.")
                .contains(
                        "1. Wat vond u van de wijktafel?",
                        "1 &#x3D; niet goed",
                        "5 &#x3D; heel goed",
                        "Helemaal mee eens")
                .contains("Noem geen namen van cliënten of patiënten.", "kan zonder naam op het scherm komen")
                .contains("<summary>Zo blijft u onbekend</summary>", "Elke nacht leggen we alle antwoorden door elkaar")
                .doesNotContain("name=\"code\"", "Hoe deed u mee?");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(evening.site.get(evening.link(event, "Ada") + "?lang=en").body())
                .contains("Five questions, two minutes. Nobody sees who answered what.", "<html lang=\"en\"");
    }

    @Test
    void whatIsAnsweredIsKeptWithoutWhoAnsweredItAndWhoAnsweredIsKnown() {
        var event = evening.asked("Ada", "Grace");

        var thanks = evening.send(
                evening.link(event, "Ada"),
                Map.of("rating", "4", "time", "2", "tomorrow", "  Ik bel de <b>praktijk</b>.\r\n", "recommend", "9"));

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(thanks.body()).contains("Dank u wel", "data-sent=\"survey:");
        assertThat(evening.answers(event))
                .containsExactly("rating 4", "recommend 9", "time 2", "tomorrow Ik bel de <b>praktijk</b>.");
        assertThat(evening.rows("select distinct attendance from answer where survey_id = $1", id(event)))
                .containsExactly("on_site");
        assertThat(evening.rows("select answered from ticket where survey_id = $1 order by 1", id(event)))
                .containsExactly("false", "true");
        assertThat(evening.rows("""
                        select string_agg(column_name, ' ' order by ordinal_position)
                          from information_schema.columns where table_name = 'answer' and $1::uuid is not null
                        """, id(event)))
                .as("nothing that tells whose, when or in which order")
                .containsExactly("id survey_id version question value attendance shown released themes");
        assertThat(evening.hints).contains(event.id());
    }

    @Test
    void whoHasAnsweredIsOfferedWhatMayBeDoneNextWithTheWordsOfAMomentAgo() {
        var event = evening.asked("Ada");
        var ada = evening.person(event, "Ada").id();

        evening.send(evening.link(event, "Ada"), Map.of("rating", "4", "tomorrow", "Samen op huisbezoek."));
        page(evening.link(event, "Ada"));

        assertThat(evening.offered)
                .containsExactly(
                        new Sent(event, Optional.of(ada), List.of("Samen op huisbezoek.")),
                        new Sent(event, Optional.of(ada), List.of()));
    }

    @Test
    void severalMayBeChosenWhereTheQuestionSaysSoAndNowhereElse() {
        var event = evening.asked("Ada");
        var page = page(evening.link(event, "Ada"));
        var before = "token=" + Evening.token(page) + "&version=1&";

        var two = post(event, before + "answers%5Brating%5D=1&answers%5Brating%5D=2");
        var several = post(event, before + "answers%5Bmet%5D=0&answers%5Bmet%5D=2");

        assertThat(two.statusCode()).isEqualTo(422);
        assertThat(several.statusCode()).isEqualTo(200);
        assertThat(evening.answers(event)).containsExactly("met 0", "met 2");
    }

    @Test
    void anEmptyFormAnUnknownChoiceAndATooLongTextComeBackWithWhatWasTyped() {
        var event = evening.asked("Ada");
        var link = evening.link(event, "Ada");

        assertThat(evening.send(link, Map.of("tomorrow", "   ")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .extracting(HttpResponse::body)
                .asString()
                .contains("<title>Fout: ", "href=\"#answers-rating\"", "Beantwoord minstens één vraag.");
        assertThat(evening.send(link, Map.of("rating", "6", "recommend", "10")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .extracting(HttpResponse::body)
                .asString()
                .contains("Kies hier een van de antwoorden", "value=\"10\" checked");
        assertThat(evening.send(link, Map.of("tomorrow", "<i>" + "a".repeat(998))))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .extracting(HttpResponse::body)
                .asString()
                .contains("hij mag 1.000 tekens lang zijn", "&lt;i&gt;aaaa")
                .doesNotContain("<i>aaaa");
        assertThat(evening.answers(event)).isEmpty();
    }

    @Test
    void oneLinkAnswersOnce() {
        var event = evening.asked("Ada");
        var link = evening.link(event, "Ada");
        var page = page(link);
        evening.send(link, page, Map.of("rating", "4"));

        var again = evening.send(link, page, Map.of("rating", "1"));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("U hebt al geantwoord", "Uw eerste antwoorden blijven");
        assertThat(page(link).body())
                .contains("U hebt al geantwoord")
                .doesNotContain("<form method=\"post\" action=\"" + link);
        assertThat(evening.answers(event)).containsExactly("rating 4");
        assertThat(evening.survey(event).received()).isOne();
    }

    @Test
    void aClosedSurveySaysSoAndStillOffersWhatMayBeDoneNext() {
        var event = evening.asked("Ada");
        var link = evening.link(event, "Ada");
        var page = page(link);
        evening.at(Evening.END.plus(Duration.ofDays(14)));

        var late = evening.send(link, page, Map.of("rating", "4"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("De vragen zijn dicht", "Sanne de Wit");
        assertThat(page(link).body()).contains("De vragen zijn dicht").doesNotContain("name=\"answers");
        assertThat(evening.offered).hasSize(2);
        assertThat(evening.answers(event)).isEmpty();
    }

    @Test
    void aLinkThatEndedWasMadeForAnotherPurposeOrIsNotAskedSaysWhatToDo() {
        var event = evening.held("Ada", "Grace");
        var later = SampleEvent.somewhere(database.pool())
                .start(Evening.START.plus(Duration.ofDays(7)))
                .in(database.pool());
        evening.hall.register(later, "Ada");
        var link = evening.link(event, "Ada");
        evening.over();
        assertThat(page(evening.link(later, "Ada")).body()).contains("De vragen komen na de bijeenkomst");
        evening.sql("update registration set presence = 'present' where event_id = $1 and name = 'Grace'", event.id());
        var open = page(link);
        evening.over();

        assertThat(page(link).body()).contains("De vragen zijn voor wie er was");
        assertThat(evening.send(link, open, Map.of("rating", "4")).statusCode()).isEqualTo(409);
        assertThat(page("/feedback/" + "A".repeat(43)).statusCode()).isEqualTo(404);
        evening.at(Evening.END.plus(Duration.ofDays(31)));
        assertThat(page(link))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(410))
                .extracting(HttpResponse::body)
                .asString()
                .contains("Deze link werkte tot 30 dagen na de bijeenkomst");
    }

    @Test
    void whoErasedThemselvesAndAGatheringThatWasCalledOffAreToldSo() {
        var event = evening.asked("Ada", "Grace");
        var ada = evening.link(event, "Ada");
        var grace = evening.link(event, "Grace");
        await(evening.hall.registrations().erase(evening.person(event, "Ada")));
        evening.sql("update event set status = 'cancelled' where id = $1", event.id());

        assertThat(page(ada).statusCode()).isEqualTo(410);
        assertThat(page(grace).body()).contains("De bijeenkomst ging niet door");
        assertThat(evening.person(event, "Grace").by().map(By.ERASED.code()::equals))
                .isNotEqualTo(Optional.of(true));
    }

    @Test
    void aGatheringThatWasMovedToALaterDayIsNotAnsweredAbout() {
        var event = evening.held("Ada");
        var other = evening.held("Grace");
        evening.over();
        var read = page(evening.link(other, "Grace"));
        evening.sql(
                "update event set starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days'");

        assertThat(page(evening.link(event, "Ada")).body()).contains("De vragen komen na de bijeenkomst");
        assertThat(evening.send(evening.link(other, "Grace"), read, Map.of("rating", "4"))
                        .statusCode())
                .as("who had the form open already")
                .isEqualTo(409);
        assertThat(evening.answers(other)).isEmpty();
    }

    @Test
    void aFormOfAnotherPageIsRefused() {
        var event = evening.asked("Ada", "Grace");
        var page = page(evening.link(event, "Grace"));

        var answer = evening.send(evening.link(event, "Ada"), page, Map.of("rating", "4"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(evening.site
                        .visitor()
                        .json("POST", evening.link(event, "Ada"), "{}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(evening.answers(event)).isEmpty();
    }

    @Test
    void whoeverReadEarlierQuestionsIsAskedToLookAgain() {
        var event = evening.asked("Ada");
        var link = evening.link(event, "Ada");
        var page = page(link);
        var survey = evening.survey(event);
        await(database.pool()
                .withTransaction(tx -> evening.surveys.ask(
                        tx, event, survey.edited(), survey.questions().subList(0, 2))));

        var answer = evening.send(link, page, Map.of("rating", "4"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("De vragen zijn net veranderd", "value=\"4\" checked", "twee minuten");
        assertThat(evening.answers(event)).isEmpty();
    }

    @Test
    void aGatheringInOneWayAloneTellsHowPeopleTookPart() {
        var event = SampleEvent.somewhere(database.pool())
                .attendance(Gathering.ONLINE)
                .in(database.pool());
        evening.over();

        evening.phone(event, "one", Map.of("rating", "4"));

        assertThat(evening.rows("select attendance from answer where survey_id = $1", id(event)))
                .containsExactly("online");
    }

    private UUID id(Event event) {
        return evening.survey(event).id();
    }

    private HttpResponse<String> page(String path) {
        return evening.site.get(path, "Accept-Language", "nl");
    }

    private HttpResponse<String> post(Event event, String body) {
        return evening.site
                .visitor()
                .typed("application/x-www-form-urlencoded", "POST", evening.link(event, "Ada"), body);
    }
}
