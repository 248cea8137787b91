package nl.samenkomst.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

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

    /** All that an organisation has, drafts too. */
    public static EventFilter of(UUID organisation) {
        return new EventFilter(
                Optional.of(organisation),
                NONE.network,
                NONE.area,
                NONE.programme,
                NONE.format,
                NONE.from,
                NONE.to,
                NONE.status,
                false,
                false,
                NONE.text);
    }

    /** What strangers see in lists, of all organisations. */
    public static EventFilter publicly() {
        return new EventFilter(
                NONE.organisation,
                NONE.network,
                NONE.area,
                NONE.programme,
                NONE.format,
                NONE.from,
                NONE.to,
                NONE.status,
                true,
                false,
                NONE.text);
    }

    public EventFilter in(UUID network) {
        return new EventFilter(
                organisation,
                Optional.of(network),
                area,
                programme,
                format,
                from,
                to,
                status,
                listed,
                latestFirst,
                text);
    }

    public EventFilter inArea(UUID area) {
        return new EventFilter(
                organisation,
                network,
                Optional.of(area),
                programme,
                format,
                from,
                to,
                status,
                listed,
                latestFirst,
                text);
    }

    public EventFilter inProgramme(UUID programme) {
        return new EventFilter(
                organisation,
                network,
                area,
                Optional.of(programme),
                format,
                from,
                to,
                status,
                listed,
                latestFirst,
                text);
    }

    public EventFilter ofFormat(String format) {
        return new EventFilter(
                organisation,
                network,
                area,
                programme,
                Optional.of(format),
                from,
                to,
                status,
                listed,
                latestFirst,
                text);
    }

    public EventFilter from(Instant moment) {
        return new EventFilter(
                organisation,
                network,
                area,
                programme,
                format,
                Optional.of(moment),
                to,
                status,
                listed,
                latestFirst,
                text);
    }

    public EventFilter to(Instant moment) {
        return new EventFilter(
                organisation,
                network,
                area,
                programme,
                format,
                from,
                Optional.of(moment),
                status,
                listed,
                latestFirst,
                text);
    }

    public EventFilter withStatus(String status) {
        return new EventFilter(
                organisation,
                network,
                area,
                programme,
                format,
                from,
                to,
                Optional.of(status),
                listed,
                latestFirst,
                text);
    }

    public EventFilter latestFirst(boolean latest) {
        return new EventFilter(organisation, network, area, programme, format, from, to, status, listed, latest, text);
    }

    public EventFilter about(String words) {
        return new EventFilter(
                organisation,
                network,
                area,
                programme,
                format,
                from,
                to,
                status,
                listed,
                latestFirst,
                Optional.of(words));
    }
}
