package nl.samenkomst.kit.db;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for a test class: migrated, empty, dropped afterwards; with a Vert.x and a pool to it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.fresh();
 * }</pre>
 *
 * <p>Its methods between: {@link #pool}, {@link #vertx}, {@link #url}. The tests of a class share it; make things under
 * names of their own, or call {@link #empty()} before each.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private final boolean migrated;
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    private Vertx vertx;
    private DatabaseUrl url;
    private Database database;

    private TestDatabase(boolean migrated) {
        this.migrated = migrated;
    }

    /** With all tables and no rows but those that migrations make. */
    public static TestDatabase fresh() {
        return new TestDatabase(true);
    }

    /** Without any table: for tests of migrations. */
    public static TestDatabase bare() {
        return new TestDatabase(false);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        url = TestServer.instance().make(name, migrated);
        vertx = Vertx.vertx();
        database = Database.open(vertx, url, Database.USUAL_CONNECTIONS);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (vertx != null) {
            Awaiting.await(database.close());
            Awaiting.await(vertx.close());
            TestServer.instance().drop(name);
        }
    }

    public Pool pool() {
        return database.pool();
    }

    public Database database() {
        return database;
    }

    public Vertx vertx() {
        return vertx;
    }

    public DatabaseUrl url() {
        return url;
    }

    /** Cuts off all connections to it, as a restart of PostgreSQL does. */
    public void cutOff() {
        TestServer.instance().cutOff(name);
    }

    /** Empties every table but Flyway's own. */
    public void empty() {
        Awaiting.await(pool().query("""
                        do $$
                        declare
                            names text;
                        begin
                            select string_agg(quote_ident(tablename), ', ') into names
                              from pg_tables
                             where schemaname = 'public' and tablename <> 'flyway_schema_history';
                            if names is not null then
                                execute 'truncate ' || names || ' cascade';
                            end if;
                        end
                        $$
                        """).execute());
    }
}
