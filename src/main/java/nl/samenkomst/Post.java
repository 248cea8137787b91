package nl.samenkomst;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.samenkomst.account.StaffLetter;
import nl.samenkomst.calendar.InviteLetters;
import nl.samenkomst.calendar.Occasions;
import nl.samenkomst.calendar.PersonalFeedLetter;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.mail.Catcher;
import nl.samenkomst.kit.mail.CatcherPages;
import nl.samenkomst.kit.mail.CaughtMail;
import nl.samenkomst.kit.mail.Claims;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Postman;
import nl.samenkomst.kit.mail.Smtp;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.registration.InvitedLetter;
import nl.samenkomst.registration.RegistrationLetters;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.registration.StaffLetters;
import nl.samenkomst.series.MemberLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How letters leave: written at that moment, sent by the mail server that is set, else into the folder of caught mail. */
final class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    /** A process that is told to stop has ten seconds in all. */
    private static final int PATIENCE_SECONDS = 4;

    private final House house;
    private final Smtp smtp;
    private final Postman postman;

    /**
     * What letters tell of.
     *
     * @param calendars the threads that write calendar files
     * @param others what other rooms write
     */
    record News(
            Registrations registrations,
            EventSources sources,
            Occasions occasions,
            WorkerExecutor calendars,
            List<LetterWriter> others) {}

    private Post(House house, Smtp smtp, Postman postman) {
        this.house = house;
        this.smtp = smtp;
        this.postman = postman;
    }

    /** Starts sending what is laid in this outbox; not at all with {@code -Dsamenkomst.postman=paused}, by which {@code bin/bench} measures. */
    static Post open(House house, Outbox outbox, News news) {
        var url = house.catcher()
                .map(Catcher::url)
                .or(() -> house.config().smtp())
                .orElseThrow(() -> new IllegalStateException("neither a mail server nor a catcher"));
        var smtp = new Smtp(house.vertx(), url, Postman.LINES);
        var claims = Claims.of(house.pool(), house.clock(), house.config().limits());
        var postman = Postman.start(house.vertx(), outbox, claims, writers(house, news), smtp, house.clock());
        if ("paused".equals(System.getProperty("samenkomst.postman"))) {
            postman.pause().onSuccess(idle -> LOG.warn("the postman is paused: no letter leaves"));
        }
        return new Post(house, smtp, postman);
    }

    private static List<LetterWriter> writers(House house, News news) {
        var letters = house.furniture().letters();
        var languages = house.furniture().renderer().languages();
        var from = house.config().mailFrom();
        var lines = new RegistrationLetters.Means(
                letters, languages, news.registrations(), news.sources(), from, house.links());
        var invitations = new InviteLetters.Means(
                letters, languages, Answers.correspondence(house), news.occasions(), news.registrations()::find);
        return Stream.of(
                        new RegistrationLetters(house.pool(), lines).writers(),
                        new StaffLetters(house.pool(), lines).writers(),
                        List.<LetterWriter>of(
                                new InvitedLetter(house.pool(), lines),
                                new PersonalFeedLetter(house.pool(), invitations)),
                        new InviteLetters(house.pool(), news.calendars(), invitations, house.clock()).writers(),
                        new MemberLetters(house.pool(), lines, house.clock()).writers(),
                        news.others(),
                        StaffLetter.writers(new StaffLetter.Means(house.pool(), letters, house.links(), from)))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The pages of caught mail, where mail is caught.
     *
     * @param panels what stands with a mail
     */
    List<Feature> pages(List<Panel<CaughtMail>> panels) {
        return house
                .catcher()
                .<Feature>map(caught -> new CatcherPages(house.vertx(), caught, panels, ZoneId.of("Europe/Amsterdam")))
                .stream()
                .toList();
    }

    /**
     * Claims nothing more, and lets the letters under way finish, for a while: one that a slow mail server holds up is sent again
     * under the same Message-ID once its claim ends.
     */
    Future<Void> close() {
        return postman.close()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .otherwiseEmpty()
                .eventually(smtp::close)
                .eventually(() -> house.vertx().executeBlocking(() -> {
                    house.catcher().ifPresent(Catcher::stop);
                    return null;
                }));
    }
}
