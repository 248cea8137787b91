package nl.samenkomst.kit.db;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void aTestClassHasAMigratedDatabaseOfItsOwn() {
        assertThat(Migrations.pending(database.url())).isZero();
        assertThat(Migrations.currentVersion(database.url())).isPresent();
        assertThat(await(database.database().ready().map("ready"))).isEqualTo("ready");
    }

    @Test
    void emptyingItLeavesTheTables() {
        await(database.pool().query("create table if not exists thing (id int)").execute());
        await(database.pool().query("insert into thing values (1)").execute());

        database.empty();

        var rows = await(database.pool().query("select id from thing").execute());
        assertThat(rows.size()).isZero();
    }

    @Test
    void aFailureIsGivenAsItIs() {
        assertThat(awaitFailure(database.pool().query("select nonsense").execute()))
                .hasMessageContaining("nonsense");
    }
}
