package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;

/** What people need, as a part of what is kept about them, and how it is forgotten a week after their event. */
public final class Needs implements PersonalData {

    /** So long after the end of its event a need is kept. */
    static final Duration KEPT = Duration.ofDays(7);

    @Override
    public String part() {
        return "needs";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new NeedStore(sql).of(registration).map(Needs::json);
    }

    private static JsonObject json(List<Need> needs) {
        var json = new JsonObject();
        needs.forEach(need -> json.put(need.kind().code(), need.text()));
        return json;
    }

    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return new NeedStore(tx).delete(List.of(registration));
    }

    /** Each hour, forgets what was needed at events that ended a week ago. Again changes nothing, on whatever node. */
    public static Job forgetting(SqlClient sql, Clock clock) {
        return new Job("forgetting of needs", Duration.ofHours(1), () -> new NeedStore(sql)
                .forgetEndedBefore(clock.instant().minus(KEPT))
                .mapEmpty());
    }
}
