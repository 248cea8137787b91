package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The look at who is registered already must stay on its indexes: a scan makes the turnstile ten times slower. */
class LookPlanTest {

    /** Another index would do by its first column, and read every registration of the event. */
    private static final String[] THE_RIGHT_ONES = {
        "registration_address on registration",
        "registration_request on registration",
        "idempotency_pkey on idempotency"
    };

    private static final String[] SCANS = {"Seq Scan on registration", "Seq Scan on idempotency"};

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void noScanOnAFreshTable() {
        assertThat(plan()).contains(THE_RIGHT_ONES).doesNotContain(SCANS);
    }

    @Test
    void noScanOnAFullTableWhoseStatisticsAreYoungOrOld() {
        fill(SampleEvent.somewhere(database.pool()).in(database.pool()), 20_000);
        assertThat(plan()).contains(THE_RIGHT_ONES).doesNotContain(SCANS);

        await(database.pool().query("analyze registration").execute());
        assertThat(plan()).contains(THE_RIGHT_ONES).doesNotContain(SCANS);
    }

    /** Statistics taken when there was nothing say that a scan is free; who registers next must not pay for that. */
    @Test
    void noScanWhereStatisticsSayTheTableIsEmpty() {
        database.empty();
        await(database.pool().query("vacuum analyze registration, idempotency").execute());

        assertThat(plan()).contains(THE_RIGHT_ONES).doesNotContain(SCANS);
    }

    private static void fill(Event event, int people) {
        await(database.pool().preparedQuery("""
                        insert into registration (id, organisation_id, event_id, email, email_key, name, language, attendance,
                               status, place, created_at)
                        select gen_random_uuid(), $1, $2, 'p' || i || '@mail.example', 'p' || i || '@mail.example', 'Ada', 'nl',
                               'online', 'confirmed', i, now()
                          from generate_series(1, $3) as i
                        """).execute(Tuple.of(event.organisation(), event.id(), people)));
    }

    private static String plan() {
        var sixtyFour = IntStream.range(0, 64).mapToObj(i -> UUID.randomUUID()).toList();
        return await(database.pool()
                .withTransaction(tx -> new ArrivalStore(tx).byIndex().compose(done -> tx.preparedQuery(
                                "explain " + ArrivalStore.LOOK)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(sixtyFour.toArray(UUID[]::new))
                                .addArrayOfString(
                                        sixtyFour.stream().map(UUID::toString).toArray(String[]::new))
                                .addArrayOfString(
                                        sixtyFour.stream().map(UUID::toString).toArray(String[]::new)))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n"))));
    }
}
