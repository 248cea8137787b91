package nl.samenkomst;

import java.util.List;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.Sequel;
import nl.samenkomst.kit.image.Pictures;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.network.Network;
import nl.samenkomst.recap.DownloadPages;
import nl.samenkomst.recap.LatestRecaps;
import nl.samenkomst.recap.LookbackDesk;
import nl.samenkomst.recap.PhotoPages;
import nl.samenkomst.recap.Photos;
import nl.samenkomst.recap.RecapData;
import nl.samenkomst.recap.RecapDesks;
import nl.samenkomst.recap.RecapLetters;
import nl.samenkomst.recap.RecapPages;
import nl.samenkomst.recap.RecapReading;
import nl.samenkomst.recap.Recaps;
import nl.samenkomst.registration.RegistrationLetters;

/** The wiring of what came of one gathering. */
record RecapWing(Lookback.Means means) {

    /** What recaps are read by: made first, since the pages of events show what it reads. */
    static RecapReading reading(House house, EventSources sources, PublicAgenda agenda) {
        return new RecapReading(house.pool(), sources, agenda, house.clock());
    }

    /** What stands at an event's address once it is over. */
    static Sequel sequel(EventShelf shelf, RecapReading reading) {
        return new RecapPages(shelf, reading);
    }

    /** On a network's page. */
    static Panel<Network> panel(House house, EventSources sources, PublicAgenda agenda) {
        return new LatestRecaps(house.pool(), sources, agenda);
    }

    List<Feature> pages() {
        var house = means.house();
        var pool = house.pool();
        var clock = house.clock();
        var reading = means.recaps();
        var photos = new Photos(pool, reading, clock);
        var recaps = new Recaps(pool, means.outbox(), reading, clock);
        return List.of(
                new RecapPages(means.shelf(), reading),
                new PhotoPages(pool, means.sources().networks(), photos),
                new DownloadPages(pool),
                new RecapDesks(
                        house.vertx(),
                        pool,
                        house.formats(),
                        reading,
                        recaps,
                        photos,
                        new Pictures(house.vertx()),
                        clock),
                new LookbackDesk(pool, house.formats(), clock));
    }

    List<Job> jobs() {
        return List.of();
    }

    List<LetterWriter> letters() {
        var house = means.house();
        return List.of(new RecapLetters(
                house.pool(),
                means.recaps(),
                new RegistrationLetters.Means(
                        house.furniture().letters(),
                        house.furniture().renderer().languages(),
                        means.registrations(),
                        means.sources(),
                        house.config().mailFrom(),
                        house.links())));
    }

    /** What the room keeps of persons. */
    static List<PersonalData> kept(House house, Outbox outbox) {
        return List.of(new RecapData(outbox));
    }
}
