package nl.samenkomst.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;

/**
 * What a standing member's own page shows.
 *
 * @param tokens the form token of each action
 */
record MemberShown(
        String path,
        Map<String, String> tokens,
        String title,
        String slug,
        String kind,
        String sign,
        String status,
        String said,
        Optional<String> news,
        List<Date> dates,
        boolean active,
        boolean paused,
        Optional<MemberSheet.Choosing> attendance,
        Optional<MemberSheet.Choosing> ifFull) {

    /**
     * One date, and how they stand for it.
     *
     * @param own the way to their page for this date
     * @param deed {@code skip}, {@code come}, or empty where there is nothing to press
     */
    record Date(
            EventFacts facts,
            String tone,
            String sign,
            String status,
            Optional<String> own,
            String deed,
            String button) {}

    static final List<String> DEEDS = List.of("skip", "come", "pause", "resume", "stop", "prefer", "erase");

    /** What was read for it. */
    record Read(
            Member one,
            Series series,
            Housed housed,
            List<Event> dates,
            Map<UUID, Registration> registrations,
            Set<UUID> skipped) {}

    static MemberShown of(Read read, Formats formats, Words words, Links links, Instant now, Optional<String> news) {
        var one = read.one();
        var pattern = new DatePattern(read.series());
        var both = pattern.attendance().ways().size() > 1;
        var state = one.state(now);
        var key = "series.own." + state.name().toLowerCase(java.util.Locale.ROOT);
        var tokens = DEEDS.stream()
                .collect(java.util.stream.Collectors.toMap(
                        deed -> deed, deed -> MemberLinks.formToken(links, one, deed)));
        return new MemberShown(
                MemberLinks.path(links, one),
                tokens,
                pattern.text("title", words.locale().getLanguage()),
                read.series().slug(),
                state == Member.State.ACTIVE ? "ok" : "off",
                state == Member.State.ACTIVE ? "done" : "dash",
                words.say(key),
                said(one, state, read.series(), words),
                news,
                read.dates().stream()
                        .map(event -> date(event, read, formats, words, links))
                        .toList(),
                state == Member.State.ACTIVE,
                state == Member.State.PAUSED,
                Optional.of(MemberSheet.ways(Optional.of(one.attendance()), "", words))
                        .filter(asked -> both),
                Optional.of(MemberSheet.ifFull(one.ifFull(), "", words)).filter(asked -> both));
    }

    private static String said(Member one, Member.State state, Series series, Words words) {
        if (state == Member.State.PAUSED && !one.pausedForLong()) {
            return words.say(
                    "series.own.paused.until",
                    new Moments(words, series.zone()).date(one.pausedUntil().orElseThrow()));
        }
        return words.say("series.own." + state.name().toLowerCase(java.util.Locale.ROOT) + ".text");
    }

    private static Date date(Event event, Read read, Formats formats, Words words, Links links) {
        var facts = EventFacts.of(event, read.housed().network(), formats.find(event.format()), words);
        var registration = Optional.ofNullable(read.registrations().get(event.id()));
        var standing = standing(event, read, registration);
        var deed = deed(standing, registration, read);
        return new Date(
                facts,
                tone(standing),
                sign(standing),
                words.say("series.own.date." + standing),
                registration.filter(there -> !there.cancelled()).map(there -> OwnLinks.path(links, there)),
                deed,
                deed.isEmpty() ? "" : words.say("series.own." + deed));
    }

    private static String standing(Event event, Read read, Optional<Registration> registration) {
        if (registration.isPresent()) {
            return switch (registration.get().status()) {
                case CONFIRMED -> registration.get().attendance().code();
                case WAITLISTED -> "waiting";
                case OFFERED, CHOOSE -> "asked";
                case CANCELLED -> "not";
            };
        }
        if (read.skipped().contains(event.id())) {
            return "not";
        }
        return read.one().comesTo(event.start()) ? "later" : "paused";
    }

    private static String deed(String standing, Optional<Registration> registration, Read read) {
        return switch (standing) {
            case "paused" -> "";
            case "not" ->
                registration.isEmpty()
                                || registration
                                        .flatMap(Registration::by)
                                        .filter(By::undoable)
                                        .isPresent()
                        ? read.one().endedAt().isPresent() && registration.isEmpty() ? "" : "come"
                        : "";
            default -> "skip";
        };
    }

    private static String tone(String standing) {
        return switch (standing) {
            case "on_site", "online" -> "ok";
            case "waiting", "asked" -> "wait";
            default -> "off";
        };
    }

    private static String sign(String standing) {
        return switch (standing) {
            case "on_site", "online" -> "done";
            case "waiting", "asked" -> "hourglass";
            default -> "dash";
        };
    }
}
