package nl.samenkomst.recap;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Venue;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.RowChart;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.spi.Attendance;

/** Says who came to a gathering: numbers and kinds of organisations, never names. */
final class Turnout {

    /** By what people know the places online that most of us meet in, by the end of the name of their machines. */
    private static final Map<String, String> PLACES = Map.of(
            "zoom.us", "Zoom",
            "teams.microsoft.com", "Teams",
            "teams.live.com", "Teams",
            "meet.google.com", "Google Meet",
            "jit.si", "Jitsi");

    private Turnout() {}

    /**
     * "Op 5 november zaten 23 mensen van 14 organisaties bij elkaar, 15 in Buurthuis De Ruimte en 8 via Zoom."; empty where
     * fewer than two were counted.
     */
    static String sentence(Event event, Optional<Tally> tally, Words words) {
        return tally.filter(counted -> counted.people() > 1)
                .map(counted ->
                        words.say("recap.intro", date(event, words), who(counted, words), where(event, counted, words)))
                .orElse("");
    }

    private static String date(Event event, Words words) {
        return DateTimeFormatter.ofPattern("d MMMM", words.locale())
                .format(event.start().atZone(event.zone()));
    }

    private static String who(Tally tally, Words words) {
        return tally.organisations() > 1
                ? words.say("recap.intro.organisations", tally.people(), tally.organisations())
                : words.say("recap.intro.people", tally.people());
    }

    private static String where(Event event, Tally tally, Words words) {
        int there = tally.of(Attendance.ON_SITE);
        int online = tally.of(Attendance.ONLINE);
        var hall = event.venue().map(Venue::name);
        if (there > 0 && online > 0) {
            return hall.map(name -> words.say("recap.intro.both", there, name, online, via(event, words)))
                    .orElseGet(() -> words.say("recap.intro.both.hall", there, online, via(event, words)));
        }
        return there > 0
                ? hall.map(name -> words.say("recap.intro.hall", name)).orElse("")
                : words.say("recap.intro.online", via(event, words));
    }

    private static String via(Event event, Words words) {
        var machine = event.meeting()
                .flatMap(Meeting::url)
                .flatMap(address -> Optional.ofNullable(URI.create(address).getHost()))
                .orElse("");
        return PLACES.entrySet().stream()
                .filter(place -> ("." + machine).endsWith("." + place.getKey()))
                .map(place -> words.say("recap.intro.via", place.getValue()))
                .findFirst()
                .orElseGet(() -> words.say("recap.intro.via.online"));
    }

    /** By sector; empty where nobody told theirs. */
    static Optional<RowChart> chart(Optional<Tally> tally, Words words) {
        return tally.map(counted -> Tally.SECTORS.stream()
                        .filter(sector -> counted.of(sector) > 0)
                        .map(sector -> new RowChart.Row(words.say("recap.sector." + sector), counted.of(sector)))
                        .toList())
                .filter(rows -> !rows.isEmpty())
                .map(rows -> new RowChart(
                        rows, words.say("recap.who"), words.say("recap.who.sector"), words.say("recap.who.people")));
    }
}
