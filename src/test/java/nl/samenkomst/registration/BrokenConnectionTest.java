package nl.samenkomst.registration;

import static nl.samenkomst.event.SampleEvent.START;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of those who register while the connection to the database breaks. */
class BrokenConnectionTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void empty() {
        database.empty();
    }

    /** Breaks the connection once, in the middle of a transaction or just when it commits. */
    private record Breaking(String how, AtomicBoolean done) implements SeatHook {

        @Override
        public Future<Void> seatsTaken(SqlClient tx, List<Registration> registrations) {
            return done.getAndSet(true)
                    ? Future.succeededFuture()
                    : tx.query(how).execute().mapEmpty();
        }

        @Override
        public Future<Void> seatsFreed(SqlClient tx, List<Registration> registrations) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> seatsChanged(SqlClient tx, List<Registration> registrations) {
            return Future.succeededFuture();
        }
    }

    private void twentyRegisterWhile(String broken) {
        var hall =
                new Hallway(database, START.minus(Duration.ofDays(7))).with(new Breaking(broken, new AtomicBoolean()));
        var event = SampleEvent.somewhere(database.pool()).seats(50).in(database.pool());
        var coming = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 20; i++) {
            coming.add(hall.registrations().register(hall.arrival(event, "p" + i, ON_SITE)));
        }

        var outcomes = await(Future.all(coming).map(done -> done.<Outcome>list()));

        assertThat(outcomes).allMatch(one -> one instanceof Outcome.Registered);
        var there =
                await(database.pool().query("select count(*) from registration").execute());
        assertThat(there.iterator().next().getLong(0)).isEqualTo(20);
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void brokenHalfwayEachIsRegisteredOnce() {
        twentyRegisterWhile("select pg_terminate_backend(pg_backend_pid())");
    }

    /** A deferred trigger runs within COMMIT: nothing is kept, and the node cannot know. */
    @Test
    void brokenAtACommitThatKeptNothingEachIsRegisteredOnce() {
        twentyRegisterWhile("""
                create function breaks() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
                create constraint trigger breaking after update on seats deferrable initially deferred
                for each row execute function breaks();
                update seats set next_place = next_place
                """);
    }

    @Test
    void brokenAtACommitThatWasKeptEachIsRegisteredOnce() {
        var pool = new CutAfterCommit(database.pool());
        var hall = new Hallway(database, pool, START.minus(Duration.ofDays(7)));
        var event = SampleEvent.somewhere(database.pool()).seats(50).in(database.pool());

        var outcome = hall.arrive(hall.arrival(event, "Ada", ON_SITE));

        assertThat(outcome).isInstanceOf(Outcome.Registered.class);
        assertThat(pool.cut()).isTrue();
        var there =
                await(database.pool().query("select count(*) from registration").execute());
        assertThat(there.iterator().next().getLong(0)).isEqualTo(1);
    }
}
