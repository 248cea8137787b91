package nl.samenkomst.kit.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database's tables up to date with the files in {@code db/migration}; blocks, and is for the start alone. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs what has not run yet; several nodes may do so at once, one of them works. A database that bears the mark of this very
     * build is left as it is: that spares each start half a second.
     *
     * @return how many migrations ran
     * @throws DatabaseProblem naming the migration that failed, or that the database cannot be reached
     */
    public static int run(DatabaseUrl url) {
        var build = MigrationFiles.told();
        try {
            if (marked(url, build)) {
                return 0;
            }
            int ran = flyway(url).migrate().migrationsExecuted;
            mark(url, build);
            return ran;
        } catch (FlywayException | SQLException e) {
            throw new DatabaseProblem("cannot bring the database up to date (" + url + "): " + reason(e), e);
        }
    }

    /** Whether this build brought the tables up to date before; the mark is a comment on Flyway's own table. */
    private static boolean marked(DatabaseUrl url, String build) throws SQLException {
        try (var connection = connect(url);
                var asked = connection.prepareStatement(
                        "select obj_description(to_regclass('flyway_schema_history'), 'pg_class')");
                var rows = asked.executeQuery()) {
            return rows.next() && build.equals(rows.getString(1));
        }
    }

    private static void mark(DatabaseUrl url, String build) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute("comment on table flyway_schema_history is " + statement.enquoteLiteral(build));
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(
                url.jdbc(), url.user(), url.password().orElse(""));
    }

    /** The version of the last migration that ran, for instance {@code 014}; empty when none has. */
    public static Optional<String> currentVersion(DatabaseUrl url) {
        try {
            return Optional.ofNullable(flyway(url).info().current())
                    .map(MigrationInfo::getVersion)
                    .map(Object::toString);
        } catch (FlywayException e) {
            throw new DatabaseProblem("cannot read the version of the database (" + url + "): " + reason(e), e);
        }
    }

    /** How many migrations of this build have not run yet. */
    public static int pending(DatabaseUrl url) {
        try {
            return flyway(url).info().pending().length;
        } catch (FlywayException e) {
            throw new DatabaseProblem("cannot read the version of the database (" + url + "): " + reason(e), e);
        }
    }

    private static Flyway flyway(DatabaseUrl url) {
        return Flyway.configure()
                .dataSource(url.jdbc(), url.user(), url.password().orElse(""))
                .locations("classpath:db/migration")
                .connectRetries(0)
                // We tell in one line what Flyway tells in ten.
                .loggers(new String[0])
                .load();
    }

    private static String reason(Exception e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.toString()).strip();
    }
}
