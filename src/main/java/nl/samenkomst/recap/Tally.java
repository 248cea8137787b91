package nl.samenkomst.recap;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.spi.Attendance;

/**
 * Who was at a gathering, as it was counted when it was held: numbers, never persons, so it stays when they go.
 *
 * <p>Who came are those whose presence was noted; of a way of attending in which nobody's was, all who had a seat.
 *
 * @param people who came, in all
 * @param ways how many came in each way; a way that nobody took is absent
 * @param sectors how many came of each sector, by its code; a sector of which nobody came is absent, and so is who told none
 * @param organisations how many different organisations they came from
 */
public record Tally(int people, Map<Attendance, Integer> ways, Map<String, Integer> sectors, int organisations) {

    /** The codes of all sectors, in the order in which they are shown. */
    public static final List<String> SECTORS = List.of("formal", "informal", "medical", "municipality", "resident");

    public Tally {
        ways = Map.copyOf(ways);
        sectors = Map.copyOf(sectors);
        if (people < 0 || organisations < 0) {
            throw new IllegalArgumentException("fewer than nobody came: " + people + ", " + organisations);
        }
    }

    public int of(Attendance way) {
        return ways.getOrDefault(way, 0);
    }

    /** How many came of the sector with this code. */
    public int of(String sector) {
        return sectors.getOrDefault(sector, 0);
    }

    /** So many who came the same way from the same sector, which is empty where it was not told. */
    record Part(Attendance way, String sector, int people) {}

    static Tally of(List<Part> parts, int organisations) {
        var ways = new EnumMap<Attendance, Integer>(Attendance.class);
        var sectors = new HashMap<String, Integer>();
        for (var part : parts) {
            ways.merge(part.way(), part.people(), Integer::sum);
            if (SECTORS.contains(part.sector())) {
                sectors.merge(part.sector(), part.people(), Integer::sum);
            }
        }
        int people = parts.stream().mapToInt(Part::people).sum();
        return new Tally(people, ways, sectors, organisations);
    }
}
