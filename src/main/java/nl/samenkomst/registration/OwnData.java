package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.spi.Attendance;

/** What this room keeps about a person. The verb {@link Registrations#erase} blanks it; rooms to the right erase theirs by hook. */
public final class OwnData implements PersonalData {

    /** What staff wrote about a person and to them. */
    public static PersonalData remarks(Outbox outbox) {
        return new Remarks(outbox);
    }

    @Override
    public String part() {
        return "registration";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new RegistrationStore(sql)
                .find(registration)
                .map(found -> json(found.orElseThrow(() -> new NotFound("registration"))));
    }

    private static JsonObject json(Registration one) {
        return new JsonObject()
                .put("name", one.name().orElse(null))
                .put("email", one.email().orElse(null))
                .put("organisation", one.organisationName().orElse(null))
                .put("sector", one.sector().orElse(null))
                .put("language", one.language())
                .put("attendance", one.attendance().code())
                .put("wants", one.wants().map(Attendance::code).orElse(null))
                .put("status", one.status().code())
                .put("place", one.place())
                .put("reply", one.reply())
                .put("presence", one.presence())
                .put("answers", one.answers())
                .put("createdAt", one.createdAt().toString());
    }

    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return Future.succeededFuture();
    }
}
