package nl.samenkomst;

import java.util.List;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.Feature;

/** The wiring of what came of one gathering. */
record RecapWing(Lookback.Means means) {

    List<Feature> pages() {
        return List.of();
    }

    List<Job> jobs() {
        return List.of();
    }

    List<LetterWriter> letters() {
        return List.of();
    }

    /** What the room keeps of persons. */
    static List<PersonalData> kept(House house, Outbox outbox) {
        return List.of();
    }
}
