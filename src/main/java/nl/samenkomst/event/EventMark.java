package nl.samenkomst.event;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;

/**
 * A status of an event that organisers should see at a glance.
 *
 * @param tone the class of the template's {@code status}
 */
public record EventMark(String tone, String sign, String words) {

    /** Empty for an event that simply comes, or simply was. */
    public static Optional<EventMark> of(Event event, Words words, Instant now) {
        return code(event, now).map(code -> said(code, words.say("event.mark." + code)));
    }

    private static Optional<String> code(Event event, Instant now) {
        if (event.draft() || event.cancelled()) {
            return Optional.of(event.status().code());
        }
        if (event.phase(now) == Event.Phase.COMING && !event.open()) {
            return Optional.of("shut");
        }
        return event.closed() ? Optional.of("closed") : Optional.empty();
    }

    private static EventMark said(String code, String text) {
        return switch (code) {
            case "draft" -> new EventMark("draft", "pencil", text);
            case "cancelled" -> new EventMark("error", "warning", text);
            case "shut" -> new EventMark("off", "dash", text);
            default -> new EventMark("off", "lock", text);
        };
    }
}
