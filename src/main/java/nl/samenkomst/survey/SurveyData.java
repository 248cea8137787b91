package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;

/** What this room keeps about a person: that they were asked, and whether they answered. What they answered is nobody's. */
public final class SurveyData implements PersonalData {

    private final Outbox outbox;

    public SurveyData(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String part() {
        return "survey";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new TicketStore(sql)
                .ofPerson(registration)
                .map(asked -> asked.isEmpty()
                        ? new JsonObject()
                        : new JsonObject().put("asked", true).put("answered", asked.contains(true)));
    }

    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return new TicketStore(tx)
                .forget(registration)
                .compose(done -> outbox.forget(tx, List.of(AskingJob.subject(registration))));
    }
}
