package nl.samenkomst.network;

import java.util.Optional;
import java.util.UUID;

/**
 * A neighbourhood inside a network.
 *
 * @param groupLink the neighbourhood's chat group, shown to confirmed participants only
 */
public record Area(UUID id, UUID network, String slug, String name, Optional<String> groupLink) {}
