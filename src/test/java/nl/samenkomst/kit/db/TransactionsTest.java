package nl.samenkomst.kit.db;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void table() {
        await(database.pool()
                .query("create table if not exists noted (word text primary key)")
                .execute());
        await(database.pool().query("truncate noted").execute());
    }

    @Test
    void whatIsDoneInItIsCommittedTogether() {
        var result = await(Transactions.pipelined(
                database.pool(),
                tx -> note(tx, "one").compose(done -> note(tx, "two")).map("done")));

        assertThat(result).isEqualTo("done");
        assertThat(noted()).isEqualTo(2);
    }

    @Test
    void nothingStaysOfWhatAStatementBroke() {
        assertThatThrownBy(() -> await(Transactions.pipelined(
                        database.pool(), tx -> note(tx, "one").compose(done -> note(tx, "one")))))
                .isInstanceOf(PgException.class);

        assertThat(noted()).isZero();
    }

    @Test
    void nothingStaysOfWhatOurOwnCodeBrokeAtOnceOrLater() {
        assertThatThrownBy(() -> await(Transactions.pipelined(database.pool(), tx -> {
                    throw new IllegalStateException("at once");
                })))
                .hasMessage("at once");
        assertThatThrownBy(() -> await(Transactions.pipelined(
                        database.pool(), tx -> note(tx, "one").compose(done -> Future.failedFuture("later")))))
                .hasMessage("later");

        assertThat(noted()).isZero();
    }

    @Test
    void statementsThatLeaveTogetherWithTheBeginAreWithinIt() {
        assertThatThrownBy(() -> await(Transactions.pipelined(
                        database.pool(), tx -> Future.join(note(tx, "one"), note(tx, "two"), note(tx, "two")))))
                .isInstanceOf(PgException.class);

        assertThat(noted()).isZero();
    }

    private static Future<Void> note(SqlClient sql, String word) {
        return sql.query("insert into noted values ('" + word + "')").execute().mapEmpty();
    }

    private static long noted() {
        return await(database.pool().query("select count(*) from noted").execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
