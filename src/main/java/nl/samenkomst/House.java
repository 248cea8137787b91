package nl.samenkomst;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.demo.Wish;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.Database;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.mail.Catcher;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.meeting.Providers;

/**
 * What every room is built on.
 *
 * @param furniture what was made ready while the database opened
 * @param catcher takes the letters where no mail server is set
 * @param demo whether the demo data is wanted
 */
record House(
        Ground ground,
        DatabaseUrl url,
        Database database,
        Links links,
        Furniture furniture,
        Optional<Catcher> catcher,
        Clock clock,
        Wish demo) {

    Config config() {
        return ground.config();
    }

    Vertx vertx() {
        return ground.vertx();
    }

    Pool pool() {
        return database.pool();
    }

    Formats formats() {
        return furniture.formats();
    }

    Providers providers() {
        return furniture.providers();
    }
}
