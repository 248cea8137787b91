package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Held;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;

/** A registration, as the personal link to its survey opens it; whoever may answer may also lend their words. */
public enum AskedTarget implements Held<Registration> {
    ASKED;

    @Override
    public String parameter() {
        return "token";
    }

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

    /** The path of the questions for this person. */
    public static String path(Links links, Registration one) {
        return "/feedback/" + token(links, one);
    }

    static String token(Links links, Registration one) {
        return links.token(ASKED.purpose(), one.id(), one.linkVersion());
    }
}
