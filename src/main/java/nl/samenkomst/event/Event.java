package nl.samenkomst.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Contact;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;

/**
 * A gathering that people register for.
 *
 * @param format the id of its {@link nl.samenkomst.spi.EventFormat}
 * @param open whether the organiser lets people register; {@link #phase} adds what the clock says
 * @param language the tag of the language it was written in, one of those of {@code texts}
 * @param questions the organiser's own, in their present version
 * @param asksNeeds whether people are asked what they need to get in and to eat with the others
 */
public record Event(
        UUID id,
        UUID organisation,
        String slug,
        UUID network,
        Optional<UUID> area,
        Optional<UUID> programme,
        Optional<OfSeries> series,
        String format,
        long version,
        Status status,
        boolean open,
        Visibility visibility,
        String language,
        Instant start,
        Instant end,
        ZoneId zone,
        Gathering attendance,
        Optional<Venue> venue,
        Optional<Meeting> meeting,
        Capacity capacity,
        boolean waitlist,
        Map<String, EventText> texts,
        List<Speaker> speakers,
        List<AgendaItem> agenda,
        Contact contact,
        int questionsVersion,
        List<Question> questions,
        boolean asksNeeds) {

    /**
     * The series it is a date of.
     *
     * @param opens until when only its standing members can register; empty for no such time
     */
    public record OfSeries(UUID id, Optional<Instant> opens) {}

    /** How far the organiser is with it. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who can find it and who can register. */
    public enum Visibility {
        PUBLIC,
        LINK,
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the clock stands. */
    public enum Phase {
        COMING,
        BEGUN,
        OVER
    }

    public Event {
        texts = Map.copyOf(texts);
        speakers = List.copyOf(speakers);
        agenda = List.copyOf(agenda);
        questions = List.copyOf(questions);
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("an event ends after it starts: " + start + " .. " + end);
        }
        if (!texts.containsKey(language)) {
            throw new IllegalArgumentException("an event has words in its own language: " + language);
        }
    }

    public boolean draft() {
        return status == Status.DRAFT;
    }

    public boolean published() {
        return status == Status.PUBLISHED;
    }

    public boolean cancelled() {
        return status == Status.CANCELLED;
    }

    public boolean closed() {
        return visibility == Visibility.CLOSED;
    }

    /** Whether it is still for the standing members of its series alone. */
    public boolean membersOnly(Instant now) {
        return series.flatMap(OfSeries::opens).filter(now::isBefore).isPresent();
    }

    public Phase phase(Instant now) {
        return now.isBefore(start) ? Phase.COMING : now.isBefore(end) ? Phase.BEGUN : Phase.OVER;
    }

    /** Its words in this language, else in its own. */
    public EventText text(String tag) {
        var there = texts.get(tag);
        return there != null ? there : java.util.Objects.requireNonNull(texts.get(language));
    }

    public String title() {
        return text(language).title();
    }
}
