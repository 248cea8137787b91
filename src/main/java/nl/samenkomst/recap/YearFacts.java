package nl.samenkomst.recap;

import java.util.List;
import nl.samenkomst.network.Network;

/**
 * What is known of a network's year without anybody writing a word: numbers that stay when persons go.
 *
 * @param sittings all that was held, soonest first
 * @param reach whom it reached
 * @param before whom it reached the year before; empty where nothing was counted then
 */
record YearFacts(Network network, int year, List<Sitting> sittings, Reach reach, Reach before) {

    YearFacts {
        sittings = List.copyOf(sittings);
    }

    /** Those that are drawn; of closed ones nothing is told but how many there were. */
    List<Sitting> drawn() {
        return sittings.stream().filter(sitting -> !sitting.closed()).toList();
    }

    /** Whether there is something to compare with. */
    boolean compared() {
        return !before.isEmpty();
    }
}
