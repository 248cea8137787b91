package nl.samenkomst.event;

import java.util.Optional;

/**
 * The room where people meet.
 *
 * @param seats chairs, where somebody counted them
 * @param floorArea square metres
 * @param distance metres that people keep from one another
 */
public record Venue(
        String name,
        Optional<String> address,
        Optional<String> room,
        Optional<Integer> seats,
        Optional<Double> floorArea,
        Optional<Double> distance) {}
