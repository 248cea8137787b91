package nl.samenkomst.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.spi.Attendance;

/**
 * What a change would bring about, to be shown before it is made.
 *
 * @param letters how many of each kind would leave
 * @param people who would get one
 * @param moved how many would go to the other way of attending
 * @param choose how many would have to choose, because there is no seat for them there
 */
public record ChangeEffect(Map<String, Integer> letters, List<Told> people, int moved, int choose) {

    public static final ChangeEffect NONE = new ChangeEffect(Map.of(), List.of(), 0, 0);

    /** Somebody who would get a letter, and how they would attend then. */
    public record Told(Optional<String> name, Optional<String> email, Attendance attendance, String letter) {}

    /** How many seats are lacking. */
    public int shortage() {
        return choose;
    }
}
