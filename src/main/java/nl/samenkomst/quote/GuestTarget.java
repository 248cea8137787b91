package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Held;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;

/** Who was there, as their personal link of the survey tells. */
enum GuestTarget implements Held<Registration> {
    GUEST;

    @Override
    public String parameter() {
        return "token";
    }

    /** The survey's own: whoever may answer may give their words. */
    @Override
    public String purpose() {
        return "survey";
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
