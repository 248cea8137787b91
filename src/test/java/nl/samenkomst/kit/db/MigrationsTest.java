package nl.samenkomst.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.bare();

    @Test
    void allRunOnceAndThenNoneIsLeft() {
        assertThat(Migrations.currentVersion(database.url())).isEmpty();
        var waiting = Migrations.pending(database.url());

        assertThat(Migrations.run(database.url())).isEqualTo(waiting).isPositive();

        assertThat(Migrations.run(database.url())).isZero();
        assertThat(Migrations.pending(database.url())).isZero();
        assertThat(Migrations.currentVersion(database.url())).isPresent();
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
