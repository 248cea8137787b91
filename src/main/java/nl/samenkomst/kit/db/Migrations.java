package nl.samenkomst.kit.db;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database's tables up to date with the files in {@code db/migration}; blocks, and is for the start alone. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs what has not run yet; several nodes may do so at once, one of them works.
     *
     * @return how many migrations ran
     * @throws DatabaseProblem naming the migration that failed, or that the database cannot be reached
     */
    public static int run(DatabaseUrl url) {
        try {
            return flyway(url).migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new DatabaseProblem("cannot bring the database up to date (" + url + "): " + reason(e), e);
        }
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

    private static String reason(FlywayException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.toString()).strip();
    }
}
