package nl.samenkomst;

import io.vertx.core.Future;
import nl.samenkomst.kit.db.Database;
import nl.samenkomst.kit.web.Site;

/**
 * An installation that serves.
 *
 * @param doors the deployment that listens for visitors
 * @param managementPort where health and metrics are, on loopback
 */
record Running(Ground ground, Database database, Site site, String doors, int managementPort) {

    /** Lets in nobody new, lets requests under way finish, then lets go of the database's connections. */
    Future<Void> drain() {
        return ground.vertx().undeploy(doors).eventually(database::close);
    }
}
