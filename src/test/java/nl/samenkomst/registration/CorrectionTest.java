package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff change of a registration holds as a whole, or not at all. */
class CorrectionTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final Hallway hall = new Hallway(database, SampleEvent.START.minus(Duration.ofDays(7)));

    private static RegistrationPatch named(String name, Optional<Attendance> way) {
        var details = new Arrival.Details(
                name, Optional.empty(), Optional.empty(), Optional.empty(), "nl", 1, new JsonObject());
        return new RegistrationPatch(Optional.of(details), way, Optional.empty(), Optional.of("present"));
    }

    private static LongConsumer only(long version) {
        return found -> {
            if (found != version) {
                throw Refusal.of(412, "stale", "error.412");
            }
        };
    }

    private Future<Registration> correct(Registration one, RegistrationPatch patch, LongConsumer guard) {
        return hall.registrations()
                .held(one.event(), held -> held.grip(one.id()).compose(grip -> Correction.of(grip, patch, guard)));
    }

    @Test
    void allOfItHoldsTogether() {
        var event = SampleEvent.somewhere(database.pool()).seats(1).in(database.pool());
        var ada = hall.register(event, "Ada");

        var after = await(correct(ada, named("Ada L.", Optional.of(Attendance.ONLINE)), only(ada.version())));

        assertThat(after).isEqualTo(hall.now(ada));
        assertThat(after.name()).contains("Ada L.");
        assertThat(after.attendance()).isEqualTo(Attendance.ONLINE);
        assertThat(after.presence()).isEqualTo("present");
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void nothingOfItHoldsWhereOnePartIsRefused() {
        var event = SampleEvent.somewhere(database.pool())
                .attendance(Gathering.ON_SITE)
                .in(database.pool());
        var ada = hall.register(event, "Ada");

        assertThatThrownBy(
                        () -> await(correct(ada, named("Ada L.", Optional.of(Attendance.ONLINE)), only(ada.version()))))
                .isInstanceOf(Refusal.class);

        assertThat(hall.now(ada)).isEqualTo(ada);
    }

    @Test
    void ofManyWhoChangeTheSameVersionAtOnceOneSucceeds() {
        var event = SampleEvent.somewhere(database.pool()).in(database.pool());
        var ada = hall.register(event, "Ada");

        var changes = IntStream.range(0, 8)
                .mapToObj(i -> correct(ada, named("Ada " + i, Optional.empty()), only(1)))
                .toList();
        await(Future.join(changes).otherwiseEmpty());

        assertThat(changes.stream().filter(Future::succeeded)).hasSize(1);
    }
}
