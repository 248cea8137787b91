package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail scanners open every link, and run the scripts behind it: whoever only looks changes nothing and uses nothing up. */
class LookingChangesNothingTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    /** What earlier visitors to the same house set going comes to its end first, as people are told of a change two minutes after it. */
    @BeforeAll
    static void nothingIsUnderWay() {
        var pool = browser.database().pool();
        await(pool.query("update invite set due_at = now() where due_at > now()")
                .execute());
        eventually(() -> await(pool.query("""
                        select from invite where due_at is not null
                        union all
                        select from outbox where state in ('waiting', 'claimed') and due_at < now() + interval '10 minutes'
                        """).execute()).size() == 0);
    }

    @TestFactory
    Stream<DynamicTest> whoOnlyLooksChangesNothing() {
        var guide = new Guide(browser.house().site().routes(), browser.neighbourhood());
        return guide.paths().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var before = everyTable();

                    assertThat(visited(path)).allSatisfy(answer -> assertThat(answer.statusCode())
                            .isLessThan(500));

                    assertThat(everyTable()).isEqualTo(before);
                }));
    }

    /** As a stranger, as staff of the organisation, and by a head-only visit of each. */
    private static List<HttpResponse<String>> visited(String path) {
        var visitor = browser.house().visitor();
        var staff = browser.neighbourhood().staff();
        return List.of(
                visitor.get(path),
                visitor.head(path),
                visitor.get(path, "Cookie", staff),
                visitor.head(path, "Cookie", staff));
    }

    @Test
    void linksOfMailsStillWorkAfterAScannerWithScriptsHasBeenThere() {
        var hood = browser.neighbourhood();
        var before = everyTable();
        var scanner = browser.guest(Guest.Means.DESKTOP);

        scanner.opens("/registrations/" + hood.tokens().findFirst().orElseThrow());
        scanner.comesTo("U hebt een plek in de zaal");
        scanner.opens("/events/" + hood.closed().slug() + "?invitation=" + hood.invitation());
        scanner.comesTo("Wijktafel Haven");
        scanner.opens("/staff/" + hood.staffLink());
        scanner.comesTo("Kies een wachtwoord");

        assertThat(everyTable()).isEqualTo(before);
    }

    /** The content of every table, as a digest; but who read special data or took a list out is noted, and that is no change. */
    private static Map<String, String> everyTable() {
        var pool = browser.database().pool();
        var tables =
                await(pool.query("select tablename from pg_tables where schemaname = 'public' and tablename <> 'audit'")
                        .execute()
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getString(0))
                                .toList()));
        var all = tables.stream()
                .map(table -> "select '" + table
                        + "' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from \""
                        + table + "\" t")
                .collect(Collectors.joining(" union all "));
        var digests = new TreeMap<String, String>();
        await(pool.query(all).execute()).forEach(row -> digests.put(row.getString("name"), row.getString("digest")));
        return digests;
    }
}
