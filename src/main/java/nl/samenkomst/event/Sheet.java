package nl.samenkomst.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.web.DeskTop;

/**
 * The page that an event is planned on, shown by the template {@code event/desk-edit}.
 *
 * @param head empty for an event that is not there yet
 * @param hidden what the form bears unseen, by name
 * @param faults what is wrong, with links to where
 * @param loss who would lose a seat, where the organiser asked for fewer than are taken
 * @param weekday which day of the week the typed day is
 */
record Sheet(
        DeskTop top,
        Optional<EventTop> head,
        String title,
        String lead,
        String action,
        String token,
        Map<String, String> hidden,
        List<SheetFaults.Item> faults,
        Optional<Loss> loss,
        Map<String, Field> fields,
        List<Tongue> tongues,
        List<DeskChoice.Group> homes,
        List<DeskChoice> programmes,
        List<DeskChoice> gatherings,
        List<DeskChoice> visibilities,
        List<DeskChoice> providers,
        boolean waitlist,
        boolean asksNeeds,
        Optional<String> weekday,
        boolean longer,
        RoomShown room,
        List<Fold> folds,
        Map<String, Boolean> open,
        Map<String, String> told,
        Optional<Frames> frames,
        boolean draft) {

    /** The words in one more language. */
    record Tongue(String tag, String name, boolean open, boolean written, List<Field> lines, Field description) {}

    /** What follows from the room's numbers. */
    record RoomShown(Optional<CharSequence> drawing, String words) {}

    /** One of the lists, folded, with what it holds. */
    record Fold(
            String list, String name, String one, String more, String told, boolean open, List<SheetFields.Row> rows) {}

    /** Who would lose a seat. */
    record Loss(String who, List<String> names, String fit, String fitWords, String people) {}

    /** What is shown beside the form: the event as saved. */
    record Frames(String page, String mail, List<DeskTop.Tab> languages) {}
}
