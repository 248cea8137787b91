package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Held;
import nl.samenkomst.kit.web.Links;

/** Somebody who is invited, as the link at the foot of their letter opens it: it only ends letters, and lets nobody in. */
enum InviteeTarget implements Held<Invitee> {
    INVITEE;

    @Override
    public String parameter() {
        return "token";
    }

    @Override
    public String purpose() {
        return "unsubscribe";
    }

    @Override
    public Future<Optional<Invitee>> find(SqlClient sql, UUID id) {
        return new InviteeStore(sql).find(id);
    }

    @Override
    public int linkVersion(Invitee invitee) {
        return invitee.linkVersion();
    }

    /** Where letters are ended. */
    static String path(Links links, Invitee one) {
        return "/invitations/" + links.token(INVITEE.purpose(), one.id(), one.linkVersion()) + "/unsubscribe";
    }
}
