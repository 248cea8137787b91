package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Held;

/** A quote, as its author's link opens it: as long as the quote lives, whatever became of the registration. */
enum AuthorTarget implements Held<Quote> {
    AUTHOR;

    @Override
    public String parameter() {
        return "token";
    }

    @Override
    public String purpose() {
        return "quote";
    }

    @Override
    public Future<Optional<Quote>> find(SqlClient sql, UUID id) {
        return new QuoteStore(sql).find(id);
    }

    @Override
    public int linkVersion(Quote quote) {
        return quote.linkVersion();
    }
}
