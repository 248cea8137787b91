package nl.samenkomst.event;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.kit.mail.Written;
import nl.samenkomst.spi.Attendance;

/** Shows a letter before anybody gets it; the room that writes it answers. */
public interface LetterPreview {

    /** You are registered: the letter that everyone gets who has a seat. */
    String INVITATION = "calendar/invitation";

    /**
     * Which letter.
     *
     * @param before the event as they knew it, {@code after} as the letter tells it
     * @param letter its kind, such as {@code calendar/changed}
     * @param way how its reader would attend then
     * @param name whom it greets
     */
    record Asked(Event before, Event after, String letter, Attendance way, String name, String language) {}

    /** The words; empty for a letter that cannot be shown before. */
    Future<Optional<Written>> write(Asked asked);
}
