package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeriesPlanningTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Round round;

    @BeforeAll
    static void open() {
        round = new Round(database);
    }

    @Test
    void theTimeOnTheWallIsKeptOverBothClockChanges() {
        var series = round.series();
        var dates = round.dates(
                series,
                LocalDate.of(2027, 3, 25),
                LocalDate.of(2027, 4, 1),
                LocalDate.of(2027, 10, 28),
                LocalDate.of(2027, 11, 4));

        assertThat(dates)
                .extracting(event -> event.start().atZone(event.zone()).toLocalTime())
                .containsOnly(LocalTime.of(19, 0));
        assertThat(dates)
                .extracting(event -> event.end().atZone(event.zone()).toLocalTime())
                .containsOnly(LocalTime.of(21, 0));
        assertThat(dates)
                .extracting(Event::start)
                .containsExactly(
                        Instant.parse("2027-03-25T18:00:00Z"),
                        Instant.parse("2027-04-01T17:00:00Z"),
                        Instant.parse("2027-10-28T17:00:00Z"),
                        Instant.parse("2027-11-04T18:00:00Z"));
    }

    @Test
    void anHourThatTheClocksSkipIsSeenBeforeTheDateIsMade() {
        var pattern = new DatePattern(round.series(round.json().put("time", "02:30")));

        assertThat(pattern.skipped(LocalDate.of(2027, 3, 28))).isTrue();
        assertThat(pattern.skipped(LocalDate.of(2027, 3, 27))).isFalse();
        assertThat(pattern.skipped(LocalDate.of(2027, 10, 31))).isFalse();
    }

    @Test
    void aDateIsNamedByTitleAndDayAndKnowsItsSeries() {
        var series = round.series(round.json().put("title", "Tafel West"));

        var date = round.dates(series, LocalDate.of(2027, 2, 4)).get(0);

        assertThat(date.slug()).isEqualTo("tafel-west-2027-02-04");
        assertThat(date.series()).map(Event.OfSeries::id).contains(series.id());
        assertThat(date.area()).isEqualTo(series.area());
    }

    @Test
    void twoDatesOfOneDayHaveTwoNames() {
        var series = round.series(round.json().put("title", "Tafel Oost"));

        assertThat(round.dates(series, LocalDate.of(2027, 2, 4), LocalDate.of(2027, 2, 4)))
                .extracting(Event::slug)
                .doesNotHaveDuplicates();
    }

    @Test
    void allDatesAreMadeOrNone() {
        var series = round.series(round.json().put("attendance", "on_site").put("capacity", new JsonObject()));

        var failure = (Refusal) awaitFailure(database.pool()
                .withTransaction(tx -> round.planning.make(
                        tx, series, List.of(LocalDate.of(2027, 2, 4), LocalDate.of(2027, 3, 4)), true)));

        assertThat(failure.faults()).extracting(Fault::field).containsExactly("capacity.onSite");
        assertThat(await(new DateStore(database.pool()).all(series.id()))).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithASeriesIsToldAtOnce() {
        var wrong = round.json()
                .put("time", "quarter past")
                .put("minutes", 0)
                .put("attendance", "on_the_roof")
                .put("start", "2027-01-01T19:00:00+01:00")
                .put("colour", "red")
                .put("network", "elsewhere");

        var failure = (Refusal) awaitFailure(
                database.pool().withTransaction(tx -> round.planning.create(tx, round.network.organisation(), wrong)));

        assertThat(failure.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("time", "minutes", "attendance", "start", "colour", "network");
    }

    @Test
    void aChangeOfTheSeriesHoldsForDatesMadeLaterAlone() {
        var series = round.series(round.json().put("title", "Tafel Noord"));
        var first = round.dates(series, LocalDate.of(2027, 2, 4)).get(0);

        var changed = await(database.pool()
                .withTransaction(tx ->
                        round.planning.change(tx, series.id(), new JsonObject().put("time", "20:15"), version -> {})));
        var second = round.dates(changed, LocalDate.of(2027, 2, 11)).get(0);

        assertThat(round.now(first).start()).isEqualTo(Instant.parse("2027-02-04T18:00:00Z"));
        assertThat(second.start()).isEqualTo(Instant.parse("2027-02-11T19:15:00Z"));
    }
}
