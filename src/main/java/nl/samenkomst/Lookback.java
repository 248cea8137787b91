package nl.samenkomst;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.recap.RecapReading;
import nl.samenkomst.registration.Registrations;

/** The wiring of what follows a gathering: its survey, people's own words, its recap, and the review of the year. */
final class Lookback {

    private final SurveyWing surveys;
    private final QuoteWing quotes;
    private final RecapWing recaps;
    private final ReviewWing reviews;

    /**
     * What these rooms share.
     *
     * @param recaps read by the pages of events too
     * @param changed told, after the commit, that open pages about this event should read themselves again
     */
    record Means(
            House house,
            Outbox outbox,
            EventShelf shelf,
            EventSources sources,
            PublicAgenda agenda,
            EventPages eventPages,
            RecapReading recaps,
            Registrations registrations,
            Throttle throttle,
            Idempotency idempotency,
            Consumer<UUID> changed) {}

    Lookback(Means means) {
        this.surveys = new SurveyWing(means);
        this.quotes = new QuoteWing(means);
        this.recaps = new RecapWing(means);
        this.reviews = new ReviewWing(means);
    }

    List<Feature> pages() {
        return all(List.of(surveys.pages(quotes.panels()), quotes.pages(), recaps.pages(), reviews.pages()));
    }

    List<Job> jobs() {
        return all(List.of(surveys.jobs(), quotes.jobs(), recaps.jobs(), reviews.jobs()));
    }

    List<LetterWriter> letters() {
        return all(List.of(surveys.letters(), quotes.letters(), recaps.letters(), reviews.letters()));
    }

    /** What these rooms keep of persons. */
    static List<PersonalData> kept(House house, Outbox outbox) {
        return all(List.of(
                SurveyWing.kept(house, outbox),
                QuoteWing.kept(house, outbox),
                RecapWing.kept(house, outbox),
                ReviewWing.kept(house, outbox)));
    }

    private static <T> List<T> all(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
