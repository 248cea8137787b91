package nl.samenkomst.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Which events are wanted; what is empty does not matter.
 *
 * @param from only those that end after it
 * @param to only those that start before it
 * @param status {@code draft}, {@code published} (and not over), {@code held} (published and over) or {@code cancelled}
 * @param listed only those that stand in public lists: published or called off, and public
 * @param latestFirst by start, latest first instead of soonest first
 * @param text only those with this in a title, in any language, in capitals or not
 */
public record EventFilter(
        Optional<UUID> organisation,
        Optional<UUID> network,
        Optional<UUID> area,
        Optional<UUID> programme,
        Optional<String> format,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> status,
        boolean listed,
        boolean latestFirst,
        Optional<String> text) {

    private static final EventFilter NONE = new EventFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty());

    /** The same wishes, of which one is about to change. */
    private static final class Draft {

        private Optional<UUID> organisation;
        private Optional<UUID> network;
        private Optional<UUID> area;
        private Optional<UUID> programme;
        private Optional<String> format;
        private Optional<Instant> from;
        private Optional<Instant> to;
        private Optional<String> status;
        private boolean listed;
        private boolean latestFirst;
        private Optional<String> text;

        Draft(EventFilter before) {
            this.organisation = before.organisation;
            this.network = before.network;
            this.area = before.area;
            this.programme = before.programme;
            this.format = before.format;
            this.from = before.from;
            this.to = before.to;
            this.status = before.status;
            this.listed = before.listed;
            this.latestFirst = before.latestFirst;
            this.text = before.text;
        }

        EventFilter made() {
            return new EventFilter(
                    organisation, network, area, programme, format, from, to, status, listed, latestFirst, text);
        }
    }

    private EventFilter but(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }

    /** All that an organisation has, drafts too. */
    public static EventFilter of(UUID organisation) {
        return NONE.but(draft -> draft.organisation = Optional.of(organisation));
    }

    /** What strangers see in lists, of all organisations. */
    public static EventFilter publicly() {
        return NONE.but(draft -> draft.listed = true);
    }

    public EventFilter in(UUID wanted) {
        return but(draft -> draft.network = Optional.of(wanted));
    }

    public EventFilter inArea(UUID wanted) {
        return but(draft -> draft.area = Optional.of(wanted));
    }

    public EventFilter inProgramme(UUID wanted) {
        return but(draft -> draft.programme = Optional.of(wanted));
    }

    public EventFilter ofFormat(String wanted) {
        return but(draft -> draft.format = Optional.of(wanted));
    }

    public EventFilter from(Instant moment) {
        return but(draft -> draft.from = Optional.of(moment));
    }

    public EventFilter to(Instant moment) {
        return but(draft -> draft.to = Optional.of(moment));
    }

    public EventFilter withStatus(String wanted) {
        return but(draft -> draft.status = Optional.of(wanted));
    }

    public EventFilter latestFirst(boolean latest) {
        return but(draft -> draft.latestFirst = latest);
    }

    public EventFilter about(String words) {
        return but(draft -> draft.text = Optional.of(words));
    }
}
