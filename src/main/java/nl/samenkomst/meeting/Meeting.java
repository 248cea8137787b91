package nl.samenkomst.meeting;

import java.util.Optional;
import java.util.UUID;

/**
 * An online place.
 *
 * @param url the address to join at
 * @param dialIn how to join by phone
 */
public record Meeting(
        UUID id,
        UUID organisation,
        String provider,
        Optional<String> url,
        Optional<String> dialIn,
        Optional<String> foreignId) {}
