package nl.samenkomst;

import java.util.List;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.quote.AuthorPages;
import nl.samenkomst.quote.GivePages;
import nl.samenkomst.quote.GivePanel;
import nl.samenkomst.quote.PublishedQuotes;
import nl.samenkomst.quote.QuoteApi;
import nl.samenkomst.quote.QuoteData;
import nl.samenkomst.quote.QuoteDeeds;
import nl.samenkomst.quote.QuoteDesk;
import nl.samenkomst.quote.QuoteLetters;
import nl.samenkomst.quote.QuoteWall;
import nl.samenkomst.quote.Quotes;
import nl.samenkomst.registration.RegistrationLetters;
import nl.samenkomst.survey.Sent;

/** The wiring of people's own words: given, approved, shown, withdrawn. */
record QuoteWing(Lookback.Means means) {

    List<Feature> pages() {
        var house = means.house();
        var quotes = new Quotes(house.pool(), means.outbox(), house.links(), house.clock(), means.changed());
        var deeds = new QuoteDeeds(quotes, means.outbox());
        return List.of(
                new GivePages(quotes, means.sources(), means.throttle()),
                new AuthorPages(quotes, means.sources()),
                new QuoteDesk(deeds, house.formats()),
                new QuoteApi(deeds),
                new QuoteWall(new PublishedQuotes(house.pool()), means.sources().networks(), house.clock()));
    }

    /** What is offered to who has answered a survey. */
    List<Panel<Sent>> panels() {
        return List.of(new GivePanel(means.house().pool()));
    }

    List<Job> jobs() {
        return List.of();
    }

    List<LetterWriter> letters() {
        var house = means.house();
        var furniture = house.furniture();
        return new QuoteLetters(
                        house.pool(),
                        new RegistrationLetters.Means(
                                furniture.letters(),
                                furniture.renderer().languages(),
                                means.registrations(),
                                means.sources(),
                                house.config().mailFrom(),
                                house.links()))
                .writers();
    }

    /** What the room keeps of persons. */
    static List<PersonalData> kept(House house, Outbox outbox) {
        return List.of(new QuoteData(outbox, house.clock()));
    }
}
