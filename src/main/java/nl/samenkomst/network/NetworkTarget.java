package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Target;

/** Networks as paths name them; everyone may see them. */
public enum NetworkTarget implements Target<Network> {
    NETWORK;

    @Override
    public String parameter() {
        return "network";
    }

    @Override
    public Future<Optional<Network>> find(SqlClient sql, String value) {
        return new NetworkStore(sql).bySlug(value);
    }

    @Override
    public UUID organisation(Network network) {
        return network.organisation();
    }

    @Override
    public boolean open(Network network) {
        return true;
    }
}
