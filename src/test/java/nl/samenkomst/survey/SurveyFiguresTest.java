package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What everybody may be told of what people thought. */
class SurveyFiguresTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant NEXT_DAY = SampleEvent.START.plusSeconds(24 * 3600);

    @Test
    void fiveAnswersMakeAMeanAndFourMakeNone() {
        var four = survey().answers(4, "whole", "5", Attendance.ON_SITE).counted(4, 4);
        var five = survey().answers(4, "whole", "5", Attendance.ON_SITE)
                .answer("whole", "2", null, true)
                .counted(5, 5);

        assertThat(figures(four, NEXT_DAY)).isEmpty();
        assertThat(figures(five, NEXT_DAY))
                .contains(new SurveyFigures(five.event.id(), new BigDecimal("4.4"), 5, 5, Optional.empty()));
    }

    @Test
    void whatIsNotPartOfAStepIsNotInTheMeanUntilTheSurveyIsClosed() {
        var survey = survey().answers(5, "whole", "4", null)
                .answer("whole", "1", null, false)
                .counted(6, 5);

        assertThat(figures(survey, NEXT_DAY).orElseThrow().mean()).isEqualByComparingTo("4.0");
        assertThat(figures(survey, SampleResults.closing(survey.event))
                        .orElseThrow()
                        .mean())
                .isEqualByComparingTo("3.5");
    }

    @Test
    void aClosedSurveyOfFourStaysClosed() {
        var survey = survey().answers(4, "whole", "4", null).counted(4, 0);

        assertThat(figures(survey, SampleResults.closing(survey.event))).isEmpty();
    }

    @Test
    void fiveAnswersOfWhichFourGaveARatingMakeNoMean() {
        var survey = survey().answers(4, "whole", "4", null)
                .answer("next", "Vaker bellen", null, true)
                .counted(5, 5);

        assertThat(figures(survey, NEXT_DAY)).isEmpty();
    }

    @Test
    void severalAreReadAtOnceAndWhatMayNotBeToldIsLeftOut() {
        var one = survey().answers(5, "whole", "3", null).counted(5, 5);
        var other = survey().answers(2, "whole", "3", null).counted(2, 0);

        assertThat(await(SurveyFigures.of(database.pool(), List.of(one.event.id(), other.event.id()), NEXT_DAY)))
                .containsOnlyKeys(one.event.id());
    }

    private static SampleResults survey() {
        return SampleResults.of(
                database.pool(), SampleEvent.somewhere(database.pool()).in(database.pool()));
    }

    private static Optional<SurveyFigures> figures(SampleResults survey, Instant now) {
        return await(SurveyFigures.of(database.pool(), survey.event.id(), now));
    }
}
