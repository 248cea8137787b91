package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;

/** What this room keeps about a registered person: that they come to every date of a series. Who is erased is no member any more. */
public final class MemberData implements PersonalData {

    private final Outbox outbox;
    private final Clock clock;

    public MemberData(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "member";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new MemberStore(sql).ofRegistration(registration).map(found -> found.map(MemberData::json)
                .orElseGet(JsonObject::new));
    }

    static JsonObject json(Member one) {
        return new JsonObject()
                .put("name", one.name().orElse(null))
                .put("email", one.email().orElse(null))
                .put("organisation", one.organisationName().orElse(null))
                .put("sector", one.sector().orElse(null))
                .put("language", one.language())
                .put("attendance", one.attendance().code())
                .put("ifFull", one.ifFull().code())
                .put("pausedUntil", one.pausedUntil().map(Instant::toString).orElse(null))
                .put("endedAt", one.endedAt().map(Instant::toString).orElse(null))
                .put("createdAt", one.createdAt().toString());
    }

    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return new MemberStore(tx).ofRegistration(registration).compose(found -> found.filter(one -> !one.erased())
                .map(one -> Members.forget(tx, outbox, one, clock.instant()))
                .orElseGet(Future::succeededFuture));
    }
}
