package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Held;

/** A registration, as its own page's link opens it. */
public enum OwnTarget implements Held<Registration> {
    OWN;

    @Override
    public String parameter() {
        return "token";
    }

    @Override
    public String purpose() {
        return "own";
    }

    @Override
    public Future<Optional<Registration>> find(SqlClient sql, UUID id) {
        return new RegistrationStore(sql).find(id);
    }

    @Override
    public int linkVersion(Registration registration) {
        return registration.linkVersion();
    }
}
