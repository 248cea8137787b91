package nl.samenkomst.event;

import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.network.Network;

/** One of the things that can be chosen in a form of the workspace. */
record DeskChoice(String value, String name, boolean chosen) {

    /** Choices that belong together. */
    record Group(String name, List<DeskChoice> choices) {

        /** A network and its neighbourhoods, by their slugs with a slash between; the first choice is all of it. */
        static Group of(Network network, String chosen) {
            var whole = new DeskChoice(network.slug(), network.name(), chosen.equals(network.slug()));
            var areas = network.areas().stream().map(area -> {
                var value = network.slug() + "/" + area.slug();
                return new DeskChoice(value, area.name(), chosen.equals(value));
            });
            return new Group(
                    network.name(), Stream.concat(Stream.of(whole), areas).toList());
        }
    }
}
