package nl.samenkomst.kit.db;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway's chatter, at the level of debug; what fails reaches the operator as a {@link DatabaseProblem}. */
final class QuietLog implements Log {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    @Override
    public void debug(String message) {
        LOG.debug(message);
    }

    @Override
    public void info(String message) {
        LOG.debug(message);
    }

    @Override
    public void warn(String message) {
        LOG.debug(message);
    }

    @Override
    public void error(String message) {
        LOG.debug(message);
    }

    @Override
    public void error(String message, Exception e) {
        LOG.debug(message, e);
    }

    @Override
    public void notice(String message) {
        LOG.debug(message);
    }
}
