package nl.samenkomst.survey;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;

/**
 * Somebody has answered, or came too late to: where a page says so, other rooms show what may be done next ({@code
 * kit.web.Panel<Sent>}). The answers themselves are not in it, but for the words that were typed a moment ago and are only on this page.
 *
 * @param registration whose personal link it was; empty for who came by the room's code
 * @param words what they wrote just now in answer to open questions, in the order of the questions; empty where nothing was sent
 */
public record Sent(Event event, Optional<UUID> registration, List<String> words) {

    public Sent {
        requireNonNull(event);
        requireNonNull(registration);
        words = List.copyOf(words);
    }
}
