package nl.samenkomst.demo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** The SQL by which the demo is made once. Give it the transaction that makes it. */
record DemoStore(SqlClient sql) {

    /** Whether nobody has begun to use this installation. */
    Future<Boolean> empty() {
        return sql.query("select not exists (select 1 from organisation) as empty")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("empty"));
    }

    /** True for the one who may make it; another node that asks meanwhile waits for our commit, and hears no. */
    Future<Boolean> claim(String day) {
        return sql.preparedQuery("insert into installation (name, value) values ('demo', $1) on conflict do nothing")
                .execute(Tuple.of(day))
                .map(rows -> rows.rowCount() > 0);
    }
}
