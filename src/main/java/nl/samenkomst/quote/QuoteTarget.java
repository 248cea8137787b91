package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Target;

/** Quotes as staff's paths name them, by their id; strangers read only what is published. */
enum QuoteTarget implements Target<Quote> {
    QUOTE;

    @Override
    public String parameter() {
        return "id";
    }

    @Override
    public Future<Optional<Quote>> find(SqlClient sql, String value) {
        return Id.of(value)
                .map(id -> new QuoteStore(sql).find(id))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    @Override
    public UUID organisation(Quote quote) {
        return quote.organisation();
    }

    @Override
    public boolean open(Quote quote) {
        return false;
    }
}
