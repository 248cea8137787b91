package nl.samenkomst.event;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event.Status;
import nl.samenkomst.event.Event.Visibility;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.Series;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;

/**
 * Makes an event of what was typed, when all of it fits together.
 *
 * @param network the one that was named, where it is there and of this organisation
 * @param series the one that was named, where it is there
 * @param before the event as it was, empty for a new one: what it already has is not judged again
 */
record EventPlan(
        EventForm form,
        Optional<Network> network,
        Optional<Programme> programme,
        Optional<Series> series,
        Optional<Event> before,
        Formats formats,
        Providers providers) {

    /**
     * The event.
     *
     * @param slug used where none was typed
     * @throws nl.samenkomst.kit.rule.Refusal a 422 with all that is wrong, the faults of the typed values among them
     */
    Event event(UUID id, UUID organisation, String slug, Faults faults) {
        names(faults);
        times(faults);
        gathering(faults);
        meeting(faults);
        faults.refuse();
        var names = form.names();
        var home = network.orElseThrow();
        var questionsVersion = before.map(Event::questionsVersion).orElse(1);
        return new Event(
                id,
                organisation,
                names.slug().orElse(slug),
                home.id(),
                names.area().flatMap(home::area).map(area -> area.id()),
                programme.map(Programme::id),
                series.map(this::date),
                names.format().orElseThrow(),
                before.map(Event::version).orElse(1L),
                before.map(Event::status).orElse(Status.DRAFT),
                before.map(Event::open).orElse(true),
                form.visibility().orElseGet(this::usualVisibility),
                form.language(),
                form.times().start().orElseThrow().toInstant(),
                form.times().end().orElseThrow().toInstant(),
                form.times().zone().orElseThrow(),
                form.attendance().orElseThrow(),
                form.venue(),
                form.meeting().map(wish -> meeting(wish, organisation)),
                form.capacity(),
                form.waitlist(),
                form.texts(),
                form.speakers(),
                form.agenda(),
                form.contact().orElseThrow(),
                sameQuestions() ? questionsVersion : questionsVersion + 1,
                form.questions(),
                form.asksNeeds());
    }

    /** A date of the same series as before opens when it did. */
    private Event.OfSeries date(Series one) {
        return before.flatMap(Event::series)
                .filter(same -> same.id().equals(one.id()))
                .orElseGet(() -> new Event.OfSeries(one.id(), Optional.empty()));
    }

    private void names(Faults faults) {
        var names = form.names();
        if (network.isEmpty()) {
            faults.add("network", "event.api.network");
        }
        network.filter(home -> names.area().isPresent()
                        && names.area().flatMap(home::area).isEmpty())
                .ifPresent(home -> faults.add("area", "event.api.area", home.name()));
        network.filter(home -> names.programme().isPresent()
                        && programme
                                .filter(one -> one.network().equals(home.id()))
                                .isEmpty())
                .ifPresent(home -> faults.add("programme", "event.api.programme", home.name()));
        network.filter(home -> names.series().isPresent()
                        && series.filter(one -> one.network().equals(home.id())).isEmpty())
                .ifPresent(home -> faults.add("series", "event.api.series", home.name()));
        names.format()
                .filter(id -> formats.find(id).isEmpty()
                        && before.filter(event -> event.format().equals(id)).isEmpty())
                .ifPresent(id -> faults.add(
                        "format",
                        "error.field.choice",
                        String.join(
                                ", ",
                                formats.all().stream().map(EventFormat::id).toList())));
    }

    private void times(Faults faults) {
        var times = form.times();
        times.zone().ifPresent(zone -> {
            times.start()
                    .filter(start -> !fits(start))
                    .ifPresent(start -> faults.add("start", "event.api.offset", zone));
            times.end().filter(end -> !fits(end)).ifPresent(end -> faults.add("end", "event.api.offset", zone));
        });
        times.start()
                .filter(start -> times.end().isPresent() && !times.end().get().isAfter(start))
                .ifPresent(start -> faults.add("end", "event.api.end"));
    }

    /** Whether the zone's clocks have this offset at that moment. */
    private boolean fits(OffsetDateTime time) {
        return form.times()
                .zone()
                .filter(zone -> zone.getRules().getOffset(time.toInstant()).equals(time.getOffset()))
                .isPresent();
    }

    private void gathering(Faults faults) {
        var kept = before.map(Event::attendance);
        format().ifPresent(format -> form.attendance()
                .filter(way -> !format.gatherings().contains(way) && !kept.equals(Optional.of(way)))
                .ifPresent(way -> faults.add(
                        "attendance",
                        "error.field.choice",
                        String.join(
                                ", ",
                                format.gatherings().stream()
                                        .map(Gathering::code)
                                        .toList()))));
    }

    private void meeting(Faults faults) {
        form.meeting()
                .filter(wish ->
                        before.flatMap(Event::meeting).filter(wish::asks).isEmpty())
                .ifPresent(wish -> {
                    var provider = providers.find(wish.provider());
                    if (provider.isEmpty()) {
                        faults.add(
                                "meeting.provider",
                                "error.field.choice",
                                String.join(
                                        ", ",
                                        providers.all().stream()
                                                .map(one -> one.id())
                                                .toList()));
                    }
                    provider.filter(one -> one.wantsAddress() && wish.url().isEmpty())
                            .ifPresent(one -> faults.add("meeting.url", "error.field.needed"));
                });
    }

    private Meeting meeting(MeetingForm wish, UUID organisation) {
        var known = before.flatMap(Event::meeting);
        return known.filter(wish::asks)
                .orElseGet(() -> new Meeting(
                        known.map(Meeting::id).orElseGet(UUID::randomUUID),
                        organisation,
                        wish.provider(),
                        wish.url().map(Object::toString),
                        wish.dialIn(),
                        Optional.empty()));
    }

    private boolean sameQuestions() {
        return before.map(event -> event.questions().equals(form.questions())).orElse(true);
    }

    private Visibility usualVisibility() {
        return format().map(EventFormat::closed).orElse(false) ? Visibility.CLOSED : Visibility.PUBLIC;
    }

    private Optional<EventFormat> format() {
        return form.names().format().flatMap(formats::find);
    }
}
