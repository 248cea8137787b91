package nl.samenkomst;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.calendar.CaughtAnswers;
import nl.samenkomst.calendar.Correspondence;
import nl.samenkomst.calendar.Replies;
import nl.samenkomst.kit.mail.CaughtMail;
import nl.samenkomst.kit.mail.ImapSource;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.ReplySource;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.registration.Registrations;

/** How answers come in: from the mailbox that is set, and from the buttons at caught mail. */
final class Answers {

    private static final int READERS = 2;

    /** A process that is told to stop has ten seconds in all. */
    private static final int PATIENCE_SECONDS = 3;

    private final Optional<CaughtAnswers> caught;
    private final List<ReplySource> sources = new ArrayList<>();

    private Answers(Optional<CaughtAnswers> caught) {
        this.caught = caught;
    }

    /** Begins to take answers, where there is anywhere they come from. */
    static Answers open(House house, Registrations registrations, Outbox outbox) {
        var workers = house.vertx().createSharedWorkerExecutor("replies", READERS);
        var replies = new Replies(
                new Replies.Means(house.pool(), workers, registrations, correspondence(house), outbox, house.clock()));
        var answers = new Answers(house.catcher().map(catcher -> new CaughtAnswers(catcher, workers, house.clock())));
        answers.caught.ifPresent(buttons -> answers.take(buttons, replies.from("caught")));
        house.config()
                .imap()
                .map(url -> new ImapSource(house.vertx(), url, house.url()))
                .ifPresent(mailbox -> answers.take(mailbox, replies.from("imap")));
        return answers;
    }

    private void take(ReplySource source, ReplySource.Receiver receiver) {
        sources.add(source);
        source.open(receiver);
    }

    /** Under which addresses we write, and whether anybody reads what calendars answer to them. */
    static Correspondence correspondence(House house) {
        var config = house.config();
        boolean heard = config.imap().isPresent() || house.catcher().isPresent();
        return new Correspondence(config.mailFrom(), config.replyTo(), house.links(), heard);
    }

    /** What stands with a caught mail. */
    List<Panel<CaughtMail>> panels() {
        return caught.<Panel<CaughtMail>>map(buttons -> buttons).stream().toList();
    }

    List<Feature> pages() {
        return caught.<Feature>map(buttons -> buttons).stream().toList();
    }

    /** Takes nothing more; what is under way ends, or is taken anew by whoever reads next. */
    Future<Void> close() {
        return Future.join(sources.stream().map(ReplySource::close).toList())
                .<Void>mapEmpty()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .otherwiseEmpty();
    }
}
