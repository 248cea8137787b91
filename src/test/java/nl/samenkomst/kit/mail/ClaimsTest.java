package nl.samenkomst.kit.mail;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClaimsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final UUID ELAA = UUID.randomUUID();

    private final Hands clock = new Hands();
    private final Outbox outbox = new Outbox("samenkomst.example");
    private final Claims claims = new Claims(database.pool(), clock, Optional.of(new Claims.Ceiling(20, 3)));

    /** A clock that a test sets forward. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void forward(Duration length) {
            now = now.plus(length);
        }
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void anOrganisationsCountedLettersStopAtTheCeilingAndItsOthersGoOn() {
        lay(IntStream.range(0, 50).mapToObj(i -> letter("p" + i + "@osdorp.example", "event", "form:" + i, true)));
        lay(Stream.of(letter("karin@osdorp.example", "event", "staff", false)));

        assertThat(sendAll()).contains("staff").hasSizeBetween(14, 21);

        clock.forward(Duration.ofMinutes(61));
        assertThat(sendAll()).doesNotContain("staff").hasSizeBetween(13, 20);
    }

    @Test
    void anotherOrganisationHasACeilingOfItsOwn() {
        lay(IntStream.range(0, 50).mapToObj(i -> letter("p" + i + "@osdorp.example", "event", "form:" + i, true)));
        sendAll();
        var other = letter("p@osdorp.example", "other", "other", true);
        lay(Stream.of(new Outgoing(
                Optional.of(UUID.randomUUID()),
                other.subject(),
                0,
                other.letter(),
                "nl",
                other.recipient(),
                other.ids(),
                true,
                other.dueAt())));

        assertThat(sendAll()).containsExactly("other");
    }

    @Test
    void theFirstLetterForEachEventAlwaysLeaves() {
        lay(IntStream.range(0, 8).mapToObj(i -> letter("Fatima@osdorp.example", "event" + i, "form:" + i, true)));

        assertThat(sendAll()).hasSize(8);
    }

    @Test
    void anAddressGetsThreeMoreAnHourAndTheRestMergedIntoOneWhateverTheirCase() {
        lay(Stream.of(letter("fatima@osdorp.example", "event", "first", true)));
        lay(IntStream.range(0, 10).mapToObj(i -> letter("Fatima@Osdorp.example", "event", "known:1", true)));

        assertThat(sendAll()).containsExactly("first", "known:1", "known:1", "known:1");

        clock.forward(Duration.ofMinutes(61));
        assertThat(sendAll()).containsExactly("known:1");
        assertThat(sendAll()).isEmpty();
    }

    @Test
    void lettersOfOneClaimCountEachOther() {
        lay(Stream.of(letter("fatima@osdorp.example", "event", "first", true)));
        lay(IntStream.range(0, 7).mapToObj(i -> letter("fatima@osdorp.example", "event", "known:" + i, true)));

        assertThat(await(claims.next(8, Postman.LEASE))).hasSize(4);
    }

    @Test
    void withoutLimitsEverythingThatIsDueLeaves() {
        lay(IntStream.range(0, 50).mapToObj(i -> letter("fatima@osdorp.example", "event", "form:" + i, true)));

        assertThat(await(Claims.of(database.pool(), clock, false).next(100, Postman.LEASE)))
                .hasSize(50);
    }

    /** Claims and marks until nothing more may leave; the subjects of what left, in order. */
    private List<String> sendAll() {
        var sent = new ArrayList<String>();
        var rows = await(claims.next(Postman.LINES, Postman.LEASE));
        var idle = 0;
        while (idle < 3) {
            var claimed = rows.stream()
                    .map(row -> new OutboxStore.Claim(row.id(), row.attempts()))
                    .toList();
            await(new OutboxStore(database.pool()).sent(claimed, clock.instant()));
            rows.forEach(row -> sent.add(row.subject()));
            idle = rows.isEmpty() ? idle + 1 : 0;
            rows = await(claims.next(Postman.LINES, Postman.LEASE));
        }
        return sent;
    }

    private void lay(Stream<Outgoing> letters) {
        await(database.pool().withTransaction(tx -> outbox.enqueue(tx, letters.toList())));
    }

    private Outgoing letter(String to, String event, String subject, boolean counted) {
        return new Outgoing(
                Optional.of(ELAA),
                subject,
                0,
                "registration/already-registered",
                "nl",
                Optional.of(new EmailAddress(to)),
                new JsonObject().put("event", event),
                counted,
                clock.instant());
    }
}
