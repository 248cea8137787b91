package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff do with a survey: open it in the room, ask other questions. */
class SurveysTest {

    private static final Duration DAY = Duration.ofDays(1);

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
    void itIsOpenedByHandFromTheStartForTheRoomAndTheMailWaitsForTheEnd() {
        var event = evening.held("Ada");
        evening.hall.moveTo(Evening.START.minusSeconds(1));
        assertThat(awaitFailure(database.pool().withTransaction(tx -> evening.surveys.open(tx, event))))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::text)
                .isEqualTo("survey.refused.early");

        evening.at(Evening.START.plusSeconds(60));
        var opened = evening.opened(event);
        evening.at(Evening.START.plusSeconds(90));

        assertThat(opened.code()).isPresent();
        assertThat(evening.opened(event).code()).isEqualTo(opened.code());
        assertThat(evening.letters(event)).isEmpty();
        evening.over();
        assertThat(evening.letters(event)).containsExactly("invitation ada@mail.example");
        evening.hall.moveTo(Evening.END.plus(DAY.multipliedBy(15)));
        assertThat(awaitFailure(database.pool().withTransaction(tx -> evening.surveys.open(tx, event))))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::text)
                .isEqualTo("survey.refused.closed");
    }

    @Test
    void theQuestionsCanBeChangedUntilTheFirstAnswerAndTheEarlierOnesAreKept() {
        var event = evening.held("Ada");
        var planned = await(evening.surveys.of(database.pool(), event));
        assertThat(planned.edited()).isZero();
        var fewer = planned.questions().subList(0, 1);

        var first = ask(event, 0, fewer);
        assertThat(first.questions()).isEqualTo(fewer);
        assertThat(refused(event, 0)).isEqualTo("survey.refused.stale");
        assertThat(ask(event, first.edited(), planned.questions()).version()).isEqualTo(2);
        assertThat(evening.rows(
                        "select count(*) from survey_question q join survey s on s.id = q.survey_id where s.event_id = $1",
                        event.id()))
                .containsExactly("6");

        evening.over();
        assertThat(evening.survey(event).version()).isEqualTo(2);
        evening.send(evening.link(event, "Ada"), Map.of("rating", "5", "!version", "2"));
        assertThat(refused(event, evening.survey(event).edited())).isEqualTo("survey.refused.answered");
    }

    @Test
    void aFormatWithoutQuestionsAsksThoseThatFitAnyGathering() {
        var event = SampleEvent.somewhere(database.pool()).format("gone").event();

        assertThat(evening.surveys.usual(event)).hasSize(5).allSatisfy(asked -> assertThat(
                        asked.in("nl").words())
                .isNotEqualTo(asked.in("en").words()));
    }

    private Survey ask(Event event, long edited, List<Asked> questions) {
        return await(database.pool().withTransaction(tx -> evening.surveys.ask(tx, event, edited, questions)));
    }

    private String refused(Event event, long edited) {
        return ((Refusal) awaitFailure(database.pool()
                        .withTransaction(tx -> evening.surveys.ask(tx, event, edited, evening.surveys.usual(event)))))
                .text();
    }
}
