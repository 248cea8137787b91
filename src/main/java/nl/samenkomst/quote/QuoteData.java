package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;

/** What this room keeps about a registered person: the words they gave, with their consent. Who erases themselves withdraws them. */
public final class QuoteData implements PersonalData {

    private final Outbox outbox;
    private final Clock clock;

    public QuoteData(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "quotes";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new QuoteStore(sql).ofRegistration(registration).map(quotes -> {
            var list = new JsonArray();
            quotes.forEach(quote -> list.add(json(quote)));
            return quotes.isEmpty() ? new JsonObject() : new JsonObject().put("given", list);
        });
    }

    private static JsonObject json(Quote quote) {
        return QuoteJson.told(quote)
                .put("state", quote.state().code())
                .put("givenAt", quote.givenAt().toString())
                .put("withdrawnAt", quote.withdrawnAt().map(Instant::toString).orElse(null));
    }

    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return new QuoteStore(tx)
                .ofRegistration(registration)
                .compose(quotes -> Quotes.withdraw(
                        tx, outbox, quotes.stream().map(Quote::id).toList(), clock.instant()));
    }
}
