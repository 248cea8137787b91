package nl.samenkomst.recap;

import java.util.List;

/**
 * What the organiser wrote of a gathering in one language.
 *
 * @param intro the sentence under the title; empty to have it made from what was counted
 * @param results what came of it, a line each
 */
record RecapText(String intro, List<String> results) {

    static final RecapText NONE = new RecapText("", List.of());

    RecapText {
        results = List.copyOf(results);
    }

    boolean empty() {
        return intro.isEmpty() && results.isEmpty();
    }
}
