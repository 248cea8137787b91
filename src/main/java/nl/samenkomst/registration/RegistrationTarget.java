package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Target;

/** Registrations as staff's paths name them, by their id; to strangers they do not exist. */
public enum RegistrationTarget implements Target<Registration> {
    REGISTRATION;

    @Override
    public String parameter() {
        return "id";
    }

    @Override
    public Future<Optional<Registration>> find(SqlClient sql, String value) {
        return Id.of(value)
                .map(id -> new RegistrationStore(sql).find(id))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    @Override
    public UUID organisation(Registration registration) {
        return registration.organisation();
    }

    @Override
    public boolean open(Registration registration) {
        return false;
    }
}
