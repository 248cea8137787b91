package nl.samenkomst;

import io.vertx.core.Future;
import nl.samenkomst.kit.web.Site;

/**
 * An installation that serves.
 *
 * @param doors the deployment that listens for visitors
 * @param managementPort where health and metrics are, on loopback
 */
record Running(House house, Server server, Site site, String doors, int managementPort) {

    /** Lets in nobody new, lets what is under way finish, then lets go of the database's connections. */
    Future<Void> drain() {
        server.hush();
        return house.vertx().undeploy(doors).eventually(server::close).eventually(house.database()::close);
    }
}
