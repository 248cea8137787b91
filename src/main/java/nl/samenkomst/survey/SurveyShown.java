package nl.samenkomst.survey;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.EventMark;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.FormShown;

/**
 * The page of the workspace about one event's survey: how it stands with it, and what people answered.
 *
 * @param path of the page
 * @param why nothing of the answers is shown; empty where it is
 * @param basis of whose answers is shown, where not of all
 * @param asks the questions as they stand, while there is nothing to show
 * @param filter the theme that the address asks for
 * @param all whether it asks for all that people wrote
 * @param known themes that can be given again
 */
record SurveyShown(
        DeskTop top,
        EventTop head,
        String path,
        Optional<String> news,
        Optional<FormShown.Wrong> wrong,
        State state,
        Ways ways,
        Optional<String> why,
        Optional<String> basis,
        List<String> asks,
        List<ResultShown> results,
        Optional<String> filter,
        boolean all,
        List<String> known,
        String token) {

    /**
     * How it stands with the survey.
     *
     * @param answered how many did, and {@code of} how many with its words
     */
    record State(EventMark mark, String sentence, int answered, String of, Optional<String> rate) {}

    /**
     * What can be done from here.
     *
     * @param screen where the room's screen is, while there is something to show on it
     * @param open the form token to open it now, where it can be
     * @param csv where the answers can be taken along, for who may
     */
    record Ways(
            Optional<String> screen,
            Optional<String> open,
            Optional<String> questions,
            Optional<String> csv,
            boolean live) {}

    SurveyShown {
        asks = List.copyOf(asks);
        results = List.copyOf(results);
        known = List.copyOf(known);
    }
}
