package nl.samenkomst.kit.mail;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.FaultyMailServer.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostmanTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Retries SOON = new Retries(
            Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofMillis(20), () -> 1);
    private static final Smtp.Patience SHORT =
            new Smtp.Patience(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(1_500));

    private final Outbox outbox = new Outbox("samenkomst.example");
    private final List<Postman> postmen = new ArrayList<>();

    /** Says only which row it is; a row whose ids say "silent" has nothing to tell any more. */
    private record Greeting() implements LetterWriter {
        @Override
        public String letter() {
            return "test/greeting";
        }

        @Override
        public Future<List<JsonObject>> freeze(SqlClient tx, List<OutboxRow> rows) {
            return Future.succeededFuture(rows.stream()
                    .map(row -> new JsonObject().put("attempt", row.attempts()))
                    .toList());
        }

        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            if (row.ids().getBoolean("silent", false)) {
                return Future.succeededFuture(Optional.empty());
            }
            var words =
                    row.ids().getString("words") + " frozen at " + row.kept().getInteger("attempt");
            return Future.succeededFuture(Optional.of(Letter.of(
                    row,
                    new Sender("Samenkomst", "noreply@localhost"),
                    row.recipient().orElseThrow(),
                    new Written(words, words, "<p>" + words + "</p>"))));
        }
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void close() {
        postmen.forEach(postman -> await(postman.close()));
    }

    @Test
    void twoPostmenOnOneDatabaseSendEachLetterOnce() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.NONE)) {
            lay(IntStream.range(0, 60)
                    .mapToObj(i -> greeting("s" + i, "letter " + i))
                    .toList());
            start(server);
            start(server);

            eventuallyPasses(() -> assertThat(states()).hasSize(60).containsOnly("sent"));
            assertThat(server.taken()).hasSize(60);
            assertThat(messageIds(server)).doesNotHaveDuplicates();
        }
    }

    @Test
    void lettersOfOneSubjectLeaveInTheOrderTheyWereLaid() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.NONE)) {
            lay(List.of(greeting("invite:1", "first"), greeting("invite:1", "second"), greeting("invite:1", "third")));
            start(server);

            eventuallyPasses(() -> assertThat(states()).containsExactly("sent", "sent", "sent"));
            assertThat(server.taken()).extracting(PostmanTest::subject).containsExactly("first", "second", "third");
        }
    }

    @Test
    void aNewerLetterOvertakesAnOlderOneThatStillWaits() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.NONE)) {
            lay(List.of(greeting("invite:1", "first")));
            await(database.pool().withTransaction(tx -> outbox.supersede(tx, List.of("invite:1"))
                    .compose(done -> outbox.enqueue(tx, List.of(greeting("invite:1", "second"))))));
            start(server);

            eventuallyPasses(() -> assertThat(states()).containsExactly("superseded", "sent"));
            assertThat(server.taken()).extracting(PostmanTest::subject).containsExactly("second");
        }
    }

    @Test
    void anOlderLetterThatCannotLeaveMakesWayForANewerOne() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.BUSY)) {
            lay(List.of(greeting("invite:1", "first"), greeting("invite:1", "second")));
            start(server);

            eventuallyPasses(() -> assertThat(states().get(0)).isEqualTo("superseded"));
            server.becomes(Fault.NONE);
            eventuallyPasses(() -> assertThat(states()).containsExactly("superseded", "sent"));
            assertThat(server.taken()).extracting(PostmanTest::subject).containsExactly("second");
        }
    }

    @Test
    void aLetterWhoseReceiptWasLostIsRepeatedUnderTheSameMessageIdWithTheSameWords() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.DROPS_AFTER_THE_DOT)) {
            lay(List.of(greeting("s", "once")));
            start(server);
            eventuallyPasses(() -> assertThat(server.taken()).hasSizeGreaterThan(1));
            server.becomes(Fault.NONE);

            eventuallyPasses(() -> assertThat(states()).containsExactly("sent"));
            assertThat(messageIds(server))
                    .hasSizeGreaterThan(1)
                    .containsOnly(messageIds(server).get(0));
            assertThat(server.taken()).allMatch(letter -> letter.contains("once frozen at 1"));
        }
    }

    @Test
    void aLetterWhoseNodeDiedIsTakenUpOnceItsClaimHasLapsed() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.NONE)) {
            lay(List.of(greeting("s", "orphan")));
            var store = new OutboxStore(database.pool());
            await(store.claim(1, Instant.now(), Duration.ofMillis(300), List.of()));
            assertThat(states()).containsExactly("claimed");
            start(server);

            eventuallyPasses(() -> assertThat(states()).containsExactly("sent"));
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void aRefusedLetterIsNotTriedAgainAndKeepsTheServersWords() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.UNKNOWN_RECIPIENT)) {
            lay(List.of(greeting("s", "refused")));
            start(server);

            eventuallyPasses(() -> assertThat(states()).containsExactly("refused"));
            assertThat(server.envelopes()).hasSize(1);
            assertThat(said()).contains("no such user");
        }
    }

    @Test
    void aLetterWithNothingLeftToSayIsNotSent() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.NONE)) {
            var silent = greeting("s", "x");
            silent.ids().put("silent", true);
            lay(List.of(silent));
            start(server);

            eventuallyPasses(() -> assertThat(states()).containsExactly("superseded"));
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void aHangingServerHoldsNothingInFlightForLong() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.SILENT)) {
            lay(List.of(greeting("s", "patient")));
            start(server);
            eventuallyPasses(() -> assertThat(said()).isNotEmpty());
            server.becomes(Fault.NONE);

            eventuallyPasses(() -> assertThat(states()).containsExactly("sent"));
        }
    }

    @Test
    void aPausedPostmanClaimsNothingAndAClosedOneFinishesWhatIsUnderWay() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.NONE)) {
            var postman = start(server);
            await(postman.pause());
            lay(List.of(greeting("s", "later")));
            // Longer than a hint waits: without the pause it would have left by now.
            await(database.vertx().timer(400, TimeUnit.MILLISECONDS));
            assertThat(states()).containsExactly("waiting");
            postman.resume();
            eventuallyPasses(() -> assertThat(states()).doesNotContain("waiting"));
            await(postman.close());

            assertThat(states()).containsExactly("sent");
        }
    }

    @Test
    void lettersSurviveTheirDatabaseBeingCutOff() {
        try (var server = new FaultyMailServer(database.vertx(), Fault.NONE)) {
            lay(IntStream.range(0, 40)
                    .mapToObj(i -> greeting("s" + i, "letter " + i))
                    .toList());
            start(server);
            eventuallyPasses(() -> assertThat(server.taken()).isNotEmpty());
            database.cutOff();

            eventuallyPasses(() -> assertThat(states()).hasSize(40).containsOnly("sent"));
            assertThat(messageIds(server)).hasSize(40).doesNotHaveDuplicates();
        }
    }

    private Postman start(FaultyMailServer server) {
        var smtp = new Smtp(database.vertx(), server.url(), Postman.LINES, SHORT);
        var claims = Claims.of(database.pool(), Clock.systemUTC(), false);
        var postman =
                Postman.start(database.vertx(), outbox, claims, List.of(new Greeting()), smtp, Clock.systemUTC(), SOON);
        postmen.add(postman);
        return postman;
    }

    private void lay(List<Outgoing> letters) {
        await(database.pool().withTransaction(tx -> outbox.enqueue(tx, letters)));
    }

    private static Outgoing greeting(String subject, String words) {
        return new Outgoing(
                Optional.of(UUID.randomUUID()),
                subject,
                0,
                "test/greeting",
                "nl",
                Optional.of(new EmailAddress("fatima@osdorp.example")),
                new JsonObject().put("words", words),
                false,
                Instant.now());
    }

    private List<String> states() {
        return column("select state from outbox order by id");
    }

    private String said() {
        return String.join("", column("select coalesce(said, '') from outbox order by id"));
    }

    private static List<String> column(String sql) {
        var rows = await(database.pool().preparedQuery(sql).execute(Tuple.tuple()));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }

    private static List<String> messageIds(FaultyMailServer server) {
        return server.taken().stream()
                .map(letter -> header(letter, "Message-ID"))
                .toList();
    }

    private static String subject(String letter) {
        return header(letter, "Subject").replace(" frozen at 1", "");
    }

    private static String header(String letter, String name) {
        return letter.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }
}
