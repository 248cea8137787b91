package nl.samenkomst.kit.db;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.bare();

    @RegisterExtension
    static final TestDatabase other = TestDatabase.bare();

    @Test
    void allRunOnceAndThenNoneIsLeft() {
        assertThat(Migrations.currentVersion(database.url())).isEmpty();
        var waiting = Migrations.pending(database.url());

        assertThat(Migrations.run(database.url())).isEqualTo(waiting).isPositive();

        assertThat(Migrations.run(database.url())).isZero();
        assertThat(Migrations.pending(database.url())).isZero();
        assertThat(Migrations.currentVersion(database.url())).isPresent();
    }

    /** A sum that does not fit shows whether Flyway looked. */
    @Test
    void onlyADatabaseThatThisVeryBuildBroughtUpToDateIsNotLookedOverAgain() {
        Migrations.run(other.url());
        sql("update flyway_schema_history set checksum = 1 where version = '001'");

        assertThat(Migrations.run(other.url())).isZero();

        sql("comment on table flyway_schema_history is 'another build'");
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> Migrations.run(other.url()))
                .withMessageContaining("001");
    }

    private static void sql(String statement) {
        await(other.pool().query(statement).execute());
    }

    @Test
    void aDatabaseThatIsNotThereIsToldWithoutThePassword() {
        var nowhere = new DatabaseUrl("127.0.0.1", 1, "gone", "ada", Optional.of("secret"));

        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> Migrations.run(nowhere))
                .withMessageContaining("postgresql://ada@127.0.0.1:1/gone")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
