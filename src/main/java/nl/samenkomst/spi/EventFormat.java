package nl.samenkomst.spi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of gathering. A plugin implements it and names its class in {@code META-INF/services/nl.samenkomst.spi.EventFormat}.
 *
 * <p>One instance serves all events of the format, from many threads: keep no state.
 */
public interface EventFormat {

    /** What the form asks besides name, address and way of attending. */
    enum Asked {
        ORGANISATION,
        SECTOR,
        AREA
    }

    /** Unique among all formats: lower-case letters, digits and {@code -}. */
    String id();

    /** What people call it, with a capital, such as "Wijktafel". */
    String name(Locale locale);

    /** More than one of it, as in a sentence, such as "wijktafels". */
    String plural(Locale locale);

    /** A sentence or two for who does not know the word; empty where the word speaks for itself. */
    default String explanation(Locale locale) {
        return "";
    }

    /** The ways of gathering that an event of this format may have, the usual one first. */
    List<Gathering> gatherings();

    /** What the form asks; optional for the visitor unless it is also in {@link #required()}. */
    default Set<Asked> asks() {
        return Set.of(Asked.ORGANISATION, Asked.SECTOR);
    }

    /** What of {@link #asks()} must be filled in. */
    default Set<Asked> required() {
        return Set.of();
    }

    /** Questions that every event of this format asks, before the organiser's own; their ids begin with the format's id. */
    default List<Question> questions(Locale locale) {
        return List.of();
    }

    default Duration usualLength() {
        return Duration.ofHours(2);
    }

    /** Whether only invitees can register unless the organiser opens it. */
    default boolean closed() {
        return false;
    }

    /** How many can sit in this room. A format may pack differently from {@link Room#seats()}. */
    default Seating seating(Room room) {
        return room.seats();
    }

    /** How long before the start registration closes by itself. */
    default Duration closesBefore() {
        return Duration.ZERO;
    }

    /** From how long before the start a freed seat is offered instead of given. */
    default Duration offersWithin() {
        return Duration.ofHours(12);
    }

    /** When people are asked by mail what they thought of it. */
    enum SurveyMail {
        /** Right after the end; late in the evening it becomes the next morning. */
        SAME_EVENING,
        NEXT_MORNING
    }

    default SurveyMail surveyMail() {
        return SurveyMail.SAME_EVENING;
    }

    /** What people are asked after it, the first a rating of the whole; empty for the questions that fit any gathering. */
    default List<SurveyQuestion> survey(Locale locale) {
        return List.of();
    }
}
