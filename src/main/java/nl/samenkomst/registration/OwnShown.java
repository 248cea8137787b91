package nl.samenkomst.registration;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.web.Shown;

/** What a participant's own page shows. */
record OwnShown(
        String path,
        State state,
        Optional<String> news,
        EventFacts event,
        Optional<EventFacts.Where> where,
        Optional<Online> online,
        List<Deed> deeds,
        Optional<Group> group,
        List<Answer> answers,
        boolean changeable,
        boolean colleague,
        String kept,
        List<Shown> panels) {

    /**
     * How they stand, in words.
     *
     * @param kind {@code ok}, {@code wait} or {@code off}: the colour and the sign
     */
    record State(String kind, String sign, String status, String title, String text) {}

    /** The link is for those who have a seat online. */
    record Online(Optional<String> url, Optional<String> dialIn) {}

    /**
     * Something they can do, by one button.
     *
     * @param action the last part of the path it is posted to
     * @param look how the button looks: filled, {@code outline} or {@code danger}
     */
    record Deed(String action, String token, String title, String text, String button, String look, String after) {}

    /**
     * The neighbourhood's chat group.
     *
     * @param link for who pressed the button a moment ago
     */
    record Group(String area, String token, Optional<String> link) {}

    record Answer(String label, String value) {}
}
