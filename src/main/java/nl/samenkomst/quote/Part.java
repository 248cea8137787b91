package nl.samenkomst.quote;

import java.util.ArrayList;
import java.util.List;

/** A piece of somebody's words, marked where something was found in it. */
record Part(String text, boolean marked) {

    /** The words in pieces. */
    static List<Part> of(String words) {
        var parts = new ArrayList<Part>();
        int done = 0;
        for (var found : Warning.in(words)) {
            parts.add(new Part(words.substring(done, found.from()), false));
            parts.add(new Part(words.substring(found.from(), found.until()), true));
            done = found.until();
        }
        parts.add(new Part(words.substring(done), false));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }
}
