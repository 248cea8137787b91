package nl.samenkomst.recap;

import java.util.Map;

/**
 * How many different people and organisations a network reached in a year.
 *
 * @param sectors by the code of the sector; the empty code is all of them together
 */
record Reach(Map<String, Count> sectors) {

    private static final String ALL = "";
    private static final Count NOBODY = new Count(0, 0);

    record Count(int people, int organisations) {}

    Reach {
        sectors = Map.copyOf(sectors);
    }

    Count all() {
        return of(ALL);
    }

    /** Nobody where the sector was not reached. */
    Count of(String sector) {
        return sectors.getOrDefault(sector, NOBODY);
    }

    /** Whether nothing was counted in that year. */
    boolean isEmpty() {
        return sectors.isEmpty();
    }
}
