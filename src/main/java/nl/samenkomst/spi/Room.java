package nl.samenkomst.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A room, and how many can sit in it.
 *
 * @param chairs how many chairs there are, where somebody counted them
 * @param floorArea square metres free for sitting
 * @param distance metres that people keep from one another, middle to middle
 * @param asked the number the organiser gave for this event
 */
public record Room(
        Optional<Integer> chairs, Optional<Double> floorArea, Optional<Double> distance, Optional<Integer> asked) {

    /**
     * The seats that the smallest of the given numbers allows. Area and distance speak only together. Each person is taken to need a
     * square of the distance's length: rows and columns, as chairs stand. (Hexagonal packing would seat up to 2/√3 = 1.15 times
     * as many, and nobody puts chairs so; see Thue's theorem on circle packing.)
     */
    public Seating seats() {
        var limits = new ArrayList<Seating>();
        asked.ifPresent(number -> limits.add(new Seating(Optional.of(number), Seating.Bound.ASKED)));
        chairs.ifPresent(number -> limits.add(new Seating(Optional.of(number), Seating.Bound.CHAIRS)));
        packed().ifPresent(number -> limits.add(new Seating(Optional.of(number), Seating.Bound.DISTANCE)));
        return limits.stream()
                .min(Comparator.comparing(seating -> seating.seats().orElseThrow()))
                .orElse(Seating.NONE);
    }

    /** How many fit on the floor at the distance kept. */
    public Optional<Integer> packed() {
        return floorArea.flatMap(area ->
                distance.filter(metres -> metres > 0).map(metres -> (int) Math.floor(area / (metres * metres) + 1e-9)));
    }

    /** All numbers that were given, for whoever wants to compare them. */
    public List<Seating> all() {
        return List.of(
                new Seating(asked, Seating.Bound.ASKED),
                new Seating(chairs, Seating.Bound.CHAIRS),
                new Seating(packed(), Seating.Bound.DISTANCE));
    }
}
