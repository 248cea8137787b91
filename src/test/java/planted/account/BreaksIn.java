package planted.account;

import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import org.simplejavamail.api.email.Email;

/** Takes what other rooms alone may hold. */
final class BreaksIn {

    Optional<Row> row = Optional.empty();
    Optional<Promise<String>> promise = Optional.empty();
    Optional<RoutingContext> context = Optional.empty();
    Optional<Calendar> calendar = Optional.empty();
    Optional<Email> email = Optional.empty();

    String all() {
        return row.map(one -> one.getString(0)).orElse("")
                + promise.map(one -> one.future().toString()).orElse("")
                + context.map(RoutingContext::normalizedPath).orElse("")
                + calendar.map(Calendar::toString).orElse("")
                + email.map(Email::getSubject).orElse("");
    }
}
