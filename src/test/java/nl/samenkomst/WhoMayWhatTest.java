package nl.samenkomst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.Expectation.Kind;
import nl.samenkomst.Expectation.Verdict;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sends every kind of caller to every route there is, and holds what happens against {@code who-may-what.txt}. */
class WhoMayWhatTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static OpenHouse house;
    static Callers callers;

    @BeforeAll
    static void open(@TempDir Path data) {
        house = OpenHouse.on(database.url(), data, Map.of());
        callers = new Callers(database, house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void everyRouteSaysWhoMayUseItAndNoneIsToldThatIsGone() {
        var mounted = house.site().routes().stream().map(WhoMayWhatTest::route).toList();
        var told = Expectation.all().stream().map(Expectation::route).toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(mounted);
    }

    @TestFactory
    Stream<DynamicTest> everyoneGetsWhatTheyMayAndNothingElse() {
        return Expectation.all().stream()
                .map(expected -> DynamicTest.dynamicTest(expected.route(), () -> eachKindOfCaller(expected)));
    }

    private static void eachKindOfCaller(Expectation expected) {
        assertThat(Arrays.asList(Kind.values())).allSatisfy(kind -> {
            var answer = callers.send(expected, kind);

            assertThat(answer.statusCode()).as("%s: %s", kind, answer.body()).isLessThan(500);
            assertThat(expected.of(kind))
                    .as("%s, told %s", kind, answer.statusCode())
                    .contains(Callers.verdict(answer));
        });
    }

    @TestFactory
    Stream<DynamicTest> aDraftIsNotFoundByStrangersWhereverEventsAreNamed() {
        return visiting("event")
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    var answer = callers.sendToADraft(route.method(), route.path());

                    assertThat(Callers.verdict(answer)).isEqualTo(Verdict.NOT_FOUND);
                }));
    }

    private static Stream<Site.Mounted> visiting(String thing) {
        var routes = house.site().routes().stream()
                .filter(route -> route.rule().equals("anyone visiting " + thing))
                .toList();
        assertThat(routes).isNotEqualTo(List.of());
        return routes.stream();
    }

    private static String route(Site.Mounted mounted) {
        return mounted.method() + " " + mounted.path();
    }
}
