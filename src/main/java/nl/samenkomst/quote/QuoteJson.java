package nl.samenkomst.quote;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.samenkomst.event.Event;

/** A quote in JSON, as staff read it. */
record QuoteJson(Event event) {

    JsonObject of(Quote quote) {
        return told(quote)
                .put("id", quote.id().toString())
                .put("event", event.slug())
                .put("status", quote.state().code())
                .put("held", quote.held())
                .put("reason", quote.reason().orElse(null))
                .put("consentedAt", quote.latest().consentedAt().map(this::time).orElse(null))
                .put("createdAt", time(quote.givenAt()))
                .put("withdrawnAt", quote.withdrawnAt().map(this::time).orElse(null));
    }

    /** The words, what stands with them and where they may stand; no words once they are withdrawn. */
    static JsonObject told(Quote quote) {
        var wording = quote.latest();
        var byline = wording.byline();
        var scopes = new JsonArray();
        wording.scopes().stream().sorted().map(Scope::code).forEach(scopes::add);
        boolean gone = quote.withdrawnAt().isPresent();
        return new JsonObject()
                .put("words", gone ? null : wording.words())
                .put("attribution", byline.kind().code())
                .put("name", byline.name().orElse(null))
                .put("role", byline.role().orElse(null))
                .put("scopes", scopes)
                .put("language", wording.language())
                .put("consentText", wording.consentText().orElse(null));
    }

    /** RFC 3339 wants the seconds, also where there are none. */
    private String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(event.zone()));
    }
}
