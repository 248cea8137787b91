package nl.samenkomst.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.DeskRow;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Gathering;

/**
 * A gathering of these two weeks, with the ways to who comes and to moving it.
 *
 * @param in how soon, in days
 * @param people who comes, with their number
 * @param online the way to hold it online instead, where it is not yet
 */
record NextRow(DeskRow row, String in, String people, String peopleHref, Optional<String> online) {

    static NextRow of(Event event, TodayRead read, Formats formats, Words words, Instant now, boolean organiser) {
        var network = Optional.ofNullable(read.networks().get(event.network())).orElseThrow();
        var seats = read.seats().getOrDefault(event.id(), List.of());
        var facts = EventFacts.of(event, network, formats.find(event.format()), words);
        var days = ChronoUnit.DAYS.between(
                now.atZone(event.zone()).toLocalDate(),
                event.start().atZone(event.zone()).toLocalDate());
        var movable = organiser
                && event.phase(now) == Event.Phase.COMING
                && event.status() == Event.Status.PUBLISHED
                && event.attendance() != Gathering.ONLINE;
        return new NextRow(
                DeskRow.of(event, facts, seats, words, now),
                words.say("desk.in", Math.max(0, days)),
                words.say(
                        "desk.people",
                        seats.stream()
                                .mapToInt(one -> one.held() + one.waiting())
                                .sum()),
                EventTop.Page.PEOPLE.of(event),
                Optional.of(EventTop.Page.OVERVIEW.of(event) + "/online").filter(path -> movable));
    }
}
