package nl.samenkomst.survey;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.FormShown;

/**
 * The page of the workspace on which the questions of one event's survey are changed.
 *
 * @param back to the survey
 * @param answered why they cannot be changed; empty where they can
 * @param asks the questions as they stand, where they cannot be changed
 * @param edited of the survey as this form shows it
 * @param kinds what a new question can be
 */
record QuestionsShown(
        DeskTop top,
        EventTop head,
        String back,
        String action,
        String token,
        long edited,
        Optional<String> answered,
        List<String> asks,
        Optional<FormShown.Wrong> wrong,
        Optional<FormShown.Stale> stale,
        List<Row> rows,
        List<Field.Choice> kinds) {

    /**
     * One question.
     *
     * @param number counted from 1
     * @param row counted from 0, as its buttons say it
     * @param kind in words, {@code code} as the form sends it
     */
    record Row(
            int number,
            int row,
            String id,
            String code,
            String kind,
            boolean first,
            boolean last,
            List<Field> fields,
            List<Tongue> tongues) {

        Row {
            fields = List.copyOf(fields);
            tongues = List.copyOf(tongues);
        }
    }

    /** The same question in another language of the organisation. */
    record Tongue(String tag, String name, boolean open, boolean written, List<Field> fields) {

        Tongue {
            fields = List.copyOf(fields);
        }
    }

    QuestionsShown {
        asks = List.copyOf(asks);
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
    }
}
