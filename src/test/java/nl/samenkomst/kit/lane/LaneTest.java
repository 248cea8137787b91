package nl.samenkomst.kit.lane;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final List<List<String>> runs = new ArrayList<>();
    private final List<Promise<List<String>>> underWay = new ArrayList<>();

    private Future<List<String>> run(List<String> items) {
        runs.add(items);
        var promise = Promise.<List<String>>promise();
        underWay.add(promise);
        return promise.future();
    }

    private Lane<String, String> lane(int most, int bound) {
        return new Lane<>(
                this::run,
                failure -> failure.getMessage().equals("hopeless"),
                () -> new IllegalStateException("busy"),
                most,
                bound);
    }

    private void finish(int run) {
        underWay.get(run)
                .complete(runs.get(run).stream().map(item -> item + "!").toList());
    }

    @Test
    void whoComesDuringARunGoesWithTheNext() {
        var lane = lane(64, 10);
        var first = lane.enter("a");
        var second = lane.enter("b");
        var third = lane.enter("c");

        finish(0);
        finish(1);

        assertThat(runs).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(List.of(await(first), await(second), await(third))).containsExactly("a!", "b!", "c!");
    }

    @Test
    void aRunTakesNoMoreThanItMay() {
        var lane = lane(2, 10);
        List.of("a", "b", "c", "d").forEach(lane::enter);
        finish(0);
        finish(1);

        assertThat(runs).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    }

    @Test
    void whoComesToAFullQueueIsTurnedAway() {
        var lane = lane(2, 1);
        lane.enter("a");
        lane.enter("b");

        assertThat(awaitFailure(lane.enter("c"))).hasMessage("busy");
        assertThat(lane.waiting()).isEqualTo(1);
    }

    @Test
    void theFaultOfOneIsPaidByThatOneAlone() {
        var lane = lane(64, 10);
        lane.enter("a");
        var good = lane.enter("good");
        var bad = lane.enter("bad");
        finish(0);

        underWay.get(1).fail("one of them");
        finish(2);
        underWay.get(3).fail("this one");

        assertThat(runs).endsWith(List.of("good"), List.of("bad"));
        assertThat(await(good)).isEqualTo("good!");
        assertThat(awaitFailure(bad)).hasMessage("this one");
    }

    @Test
    void whatIsHopelessIsNotTriedOneByOne() {
        var lane = lane(64, 10);
        lane.enter("a");
        var second = lane.enter("b");
        var third = lane.enter("c");
        finish(0);

        underWay.get(1).fail("hopeless");

        assertThat(runs).hasSize(2);
        assertThat(awaitFailure(second)).hasMessage("hopeless");
        assertThat(awaitFailure(third)).hasMessage("hopeless");
    }

    @Test
    void workThatThrowsIsAFailedRunAndTheLaneGoesOn() {
        var lane = new Lane<String, String>(
                items -> {
                    if (items.contains("bad")) {
                        throw new IllegalArgumentException("thrown");
                    }
                    return Future.succeededFuture(items);
                },
                failure -> false,
                IllegalStateException::new,
                64,
                10);

        assertThat(awaitFailure(lane.enter("bad"))).hasMessage("thrown");
        assertThat(await(lane.enter("good"))).isEqualTo("good");
    }
}
