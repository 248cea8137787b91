package nl.samenkomst;

import java.util.List;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.recap.ReviewDesk;
import nl.samenkomst.recap.ReviewPages;
import nl.samenkomst.recap.ReviewSources;
import nl.samenkomst.recap.ReviewYears;
import nl.samenkomst.recap.TallyJob;

/** The wiring of what came of a year. */
record ReviewWing(Lookback.Means means) {

    List<Feature> pages() {
        var sources = sources();
        var pool = means.house().pool();
        return List.of(new ReviewPages(sources), new ReviewDesk(pool, sources), new ReviewYears(pool));
    }

    List<Job> jobs() {
        return List.of(TallyJob.of(means.house().pool(), means.house().clock()));
    }

    private ReviewSources sources() {
        var house = means.house();
        return new ReviewSources(house.pool(), means.sources(), means.agenda(), house.clock());
    }

    List<LetterWriter> letters() {
        return List.of();
    }

    /** What the room keeps of persons. */
    static List<PersonalData> kept(House house, Outbox outbox) {
        return List.of();
    }
}
