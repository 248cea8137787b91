package nl.samenkomst.network;

import java.util.UUID;

/**
 * Several events with one purpose.
 *
 * @param description Markdown
 */
public record Programme(
        UUID id,
        UUID organisation,
        UUID network,
        String slug,
        String title,
        String summary,
        String description,
        long version) {}
