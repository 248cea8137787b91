package nl.samenkomst.series;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.samenkomst.account.Contact;
import nl.samenkomst.account.Contacts;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Series;
import nl.samenkomst.spi.Gathering;

/** Makes dates of what a series has in common. The time on the wall is kept, whatever the clocks do in March and October. */
record DatePattern(Series series) {

    static final String TIME = "time";
    static final String MINUTES = "minutes";

    LocalTime time() {
        return LocalTime.parse(series.pattern().getString(TIME));
    }

    int minutes() {
        return series.pattern().getInteger(MINUTES);
    }

    Gathering attendance() {
        return Gathering.of(series.pattern().getString("attendance")).orElseThrow();
    }

    ZonedDateTime start(LocalDate date) {
        return ZonedDateTime.of(date, time(), series.zone());
    }

    ZonedDateTime end(LocalDate date) {
        return start(date).plusMinutes(minutes());
    }

    /** An hour that the clocks skip that night is not there: the gathering begins later by the clock. */
    boolean skipped(LocalDate date) {
        return !start(date).toLocalTime().equals(time());
    }

    /** The name that this date has in addresses, where it is free. */
    String slug(LocalDate date) {
        return Slugs.of(series.title(), series.format()) + "-" + date;
    }

    /** The event of this date as the API takes it, without a slug. */
    JsonObject event(LocalDate date, Network network) {
        var json = series.pattern();
        json.remove(TIME);
        json.remove(MINUTES);
        return json.put("title", series.title())
                .put("format", series.format())
                .put("network", network.slug())
                .put(
                        "area",
                        series.area()
                                .flatMap(network::area)
                                .map(area -> area.slug())
                                .orElse(null))
                .put("series", series.slug())
                .put("start", written(start(date)))
                .put("end", written(end(date)))
                .put("timeZone", series.zone().getId());
    }

    static String written(ZonedDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    boolean listed() {
        return "public".equals(series.pattern().getString("visibility"));
    }

    /** A text in this language, else in its own; empty where there is none. */
    String text(String field, String language) {
        var own = field.equals("title") ? series.title() : series.pattern().getString(field, "");
        return Optional.ofNullable(series.pattern().getJsonObject("texts"))
                .map(texts -> texts.getJsonObject(language))
                .map(text -> text.getString(field))
                .orElse(own);
    }

    Optional<Contact> contact() {
        return Contacts.read(series.pattern().getJsonObject("contact"));
    }

    /** Where everybody meets, for a list; empty where it is only online. */
    Optional<String> hall() {
        return Optional.ofNullable(series.pattern().getJsonObject("venue"))
                .filter(venue -> attendance() != Gathering.ONLINE)
                .map(venue -> venue.getString("name"));
    }
}
