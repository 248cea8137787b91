package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;

/** What this room keeps about a person: by what their calendar knows the gathering, and where its letters went. */
public final class InviteData implements PersonalData {

    private final Outbox outbox;

    public InviteData(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String part() {
        return "calendar";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new InviteStore(sql).find(registration).map(found -> found.map(InviteData::json)
                .orElseGet(JsonObject::new));
    }

    private static JsonObject json(Invite invite) {
        return new JsonObject().put("uid", invite.uid()).put("sequence", invite.sequence());
    }

    /** A cancel that is still owed keeps the address until it has left. */
    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return outbox.forgetEnded(tx, List.of(Invites.subject(registration)))
                .compose(forgotten -> new ReplyStore(tx).forget(registration));
    }
}
