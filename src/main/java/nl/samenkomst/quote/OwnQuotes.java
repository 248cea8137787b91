package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.Registration;

/** On one's own page: the way to the words that one gave. */
public final class OwnQuotes implements Panel<Registration> {

    private static final int ORDER = 30;

    private final SqlClient sql;

    /** What the page shows. */
    record Told(List<Line> lines) {}

    /** The way to one quote; what it says, unless it is withdrawn. */
    record Line(String path, String words, String state) {}

    /** @param sql the pool */
    public OwnQuotes(SqlClient sql) {
        this.sql = sql;
    }

    /** Nothing for who gave none. */
    @Override
    public Future<Map<Registration, Shown>> on(List<Registration> things, Visit visit) {
        var one = things.get(0);
        return new QuoteStore(sql)
                .ofRegistration(one.id())
                .map(quotes -> quotes.isEmpty() ? Map.of() : Map.of(one, panel(quotes, one, visit)));
    }

    private static Shown panel(List<Quote> quotes, Registration one, Visit visit) {
        var words = visit.site().languages().in(visit.language(List.of(one.language())));
        var lines = quotes.stream().map(quote -> line(quote, visit, words)).toList();
        return new Shown(ORDER, "rest", "quote/own", new Told(lines));
    }

    private static Line line(Quote quote, Visit visit, Words words) {
        boolean gone = quote.withdrawnAt().isPresent();
        return new Line(
                AuthorLinks.path(visit.links(), quote),
                gone
                        ? words.say("quote.own.gone")
                        : quote.before().orElse(quote.latest().words()),
                words.say("quote.own.state." + quote.state().code()));
    }
}
