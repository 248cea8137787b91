package nl.samenkomst.survey;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.survey.ResultStore.Opinion;

/**
 * What one person wrote, as the page of an event's survey shows it.
 *
 * @param released whether it stands on the room's screen
 * @param typed the theme that was typed for it and not taken
 */
record OpinionShown(String id, String text, List<String> themes, boolean released, Optional<Typed> typed) {

    /** What was typed, and what is wrong with it. */
    record Typed(String text, String error) {}

    OpinionShown {
        themes = List.copyOf(themes);
    }

    static OpinionShown of(Opinion opinion, Optional<Typed> typed) {
        return new OpinionShown(opinion.id().toString(), opinion.words(), opinion.themes(), opinion.released(), typed);
    }
}
