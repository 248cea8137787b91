package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.kit.db.Away;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.ReplySource;
import nl.samenkomst.kit.mail.ReplySource.Receipt;
import nl.samenkomst.registration.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what calendars answer: each message counts once, in one transaction with all that follows from it. */
public final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int READING_SECONDS = 10;
    private static final int AT_ONCE = 4;

    private final Pool pool;
    private final WorkerExecutor workers;
    private final AnswerBook book;
    private final Outbox outbox;
    private final Clock clock;

    /**
     * What they are taken with.
     *
     * @param workers where messages are read, apart from where letters are written
     */
    public record Means(
            Pool pool,
            WorkerExecutor workers,
            Registrations registrations,
            Correspondence correspondence,
            Outbox outbox,
            Clock clock) {}

    public Replies(Means means) {
        this.pool = means.pool();
        this.workers = means.workers();
        this.book = new AnswerBook(means.registrations(), means.correspondence(), means.outbox());
        this.outbox = means.outbox();
        this.clock = means.clock();
    }

    /** What takes messages from this source: {@code imap} or {@code caught}. */
    public ReplySource.Receiver from(String source) {
        return sources -> read(sources, source).compose(this::taken);
    }

    /** One after the other, so that the time one takes is its own. */
    private Future<List<Message>> read(List<byte[]> sources, String from) {
        var all = Future.<List<Message>>succeededFuture(new ArrayList<>());
        for (var source : sources) {
            all = all.compose(before -> read(source, from).map(message -> {
                before.add(message);
                return before;
            }));
        }
        return all;
    }

    private Future<Message> read(byte[] bytes, String source) {
        return workers.executeBlocking(() -> Message.read(bytes, source), false)
                .timeout(READING_SECONDS, TimeUnit.SECONDS)
                .otherwise(late -> Message.unreadable(bytes, source, "takes too long to read"));
    }

    private Future<List<Receipt>> taken(List<Message> messages) {
        return new ReplyStore(pool)
                .seen(messages.stream().map(Message::hash).toList())
                .<Map<Buffer, Finding>>map(HashMap::new)
                .compose(found -> unseen(messages, found).map(done -> messages.stream()
                        .map(one -> receipt(
                                Optional.ofNullable(found.get(one.hash())).orElseThrow()))
                        .toList()));
    }

    private static Receipt receipt(Finding finding) {
        return new Receipt(finding != Finding.UNREADABLE, finding.code());
    }

    /** Tells what came of those that it has not been told of yet: first the answers we know whose they are, then the rest. */
    private Future<Void> unseen(List<Message> messages, Map<Buffer, Finding> found) {
        return known(left(messages, found))
                .compose(this::counted)
                .onSuccess(found::putAll)
                .compose(done -> others(left(messages, found), found));
    }

    /** The same message twice is one. */
    private static List<Message> left(List<Message> messages, Map<Buffer, Finding> found) {
        var once = new LinkedHashMap<Buffer, Message>();
        messages.stream()
                .filter(one -> !found.containsKey(one.hash()))
                .forEach(one -> once.putIfAbsent(one.hash(), one));
        return List.copyOf(once.values());
    }

    private Future<List<AnswerBook.Known>> known(List<Message> messages) {
        var uids = messages.stream()
                .flatMap(one -> one.answer().stream())
                .map(Heard.Answer::uid)
                .toList();
        return uids.isEmpty()
                ? Future.succeededFuture(List.of())
                : new ReplyStore(pool).registered(uids).map(registered -> known(messages, registered));
    }

    private static List<AnswerBook.Known> known(List<Message> messages, List<ReplyStore.Registered> registered) {
        var byUid = registered.stream().collect(toMap(ReplyStore.Registered::uid, identity()));
        return messages.stream()
                .flatMap(one -> one.answer().stream()
                        .flatMap(answer ->
                                Optional.ofNullable(byUid.get(answer.uid().toLowerCase(Locale.ROOT))).stream()
                                        .map(whose -> new AnswerBook.Known(
                                                one, answer, whose.registration(), whose.event()))))
                .toList();
    }

    /** Together; where one of them brings us down, each by itself, and only that one is set aside. */
    private Future<Map<Buffer, Finding>> counted(List<AnswerBook.Known> answers) {
        if (answers.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return book.count(answers)
                .recover(failure -> answers.size() > 1 && !Away.is(failure)
                        ? oneByOne(answers, failure)
                        : setAside(answers.get(0).message(), failure)
                                .map(finding -> Map.of(answers.get(0).message().hash(), finding)));
    }

    private Future<Map<Buffer, Finding>> oneByOne(List<AnswerBook.Known> answers, Throwable failure) {
        LOG.warn("Answers cannot be taken together, so each by itself: {}", failure.toString());
        var all = Future.<Map<Buffer, Finding>>succeededFuture(new HashMap<>());
        for (var answer : answers) {
            all = all.compose(before -> counted(List.of(answer)).map(finding -> {
                before.putAll(finding);
                return before;
            }));
        }
        return all;
    }

    /** A few at a time, each by itself. */
    private Future<Void> others(List<Message> messages, Map<Buffer, Finding> found) {
        var all = Future.<Void>succeededFuture();
        for (int at = 0; at < messages.size(); at += AT_ONCE) {
            var few = messages.subList(at, Math.min(messages.size(), at + AT_ONCE));
            all = all.compose(before -> Future.join(
                            few.stream().map(one -> other(one, found)).toList()))
                    .mapEmpty();
        }
        return all;
    }

    private Future<Void> other(Message message, Map<Buffer, Finding> found) {
        return taken(message)
                .recover(failure -> setAside(message, failure))
                .onSuccess(finding -> found.put(message.hash(), finding))
                .mapEmpty();
    }

    /** One that brings us down must not stand in the way of the rest; where the database is away, none can be taken. */
    private Future<Finding> setAside(Message message, Throwable failure) {
        if (Away.is(failure)) {
            return Future.failedFuture(failure);
        }
        LOG.error("A message cannot be dealt with", failure);
        return kept(message, "unreadable", Finding.UNREADABLE, Optional.of("a fault of ours"));
    }

    private Future<Finding> taken(Message message) {
        if (message.heard() instanceof Heard.Answer answer) {
            return kept(message, answer.method(), Finding.UNKNOWN, Optional.empty());
        }
        if (message.heard() instanceof Heard.Bounced bounced) {
            return bounced(message, bounced);
        }
        if (message.heard() instanceof Heard.Automatic automatic) {
            return about(message, "automatic", automatic.about(), Finding.AUTOMATIC);
        }
        if (message.heard() instanceof Heard.Letter letter) {
            return about(message, "letter", letter.about(), Finding.LETTER);
        }
        var why = ((Heard.Unreadable) message.heard()).why();
        return kept(message, "unreadable", Finding.UNREADABLE, Optional.of(why));
    }

    /** The letter is marked as refused in the same transaction; one that is not ours is shown all the same. */
    private Future<Finding> bounced(Message message, Heard.Bounced bounced) {
        var words = Optional.of(bounced.words()).filter(text -> !text.isEmpty());
        return pool.withTransaction(tx -> outbox.bounced(tx, bounced.letters(), bounced.words())
                .compose(ours ->
                        new ReplyStore(tx).keep(List.of(placed(base(message, "bounce", Finding.BOUNCED, words), ours))))
                .map(fresh -> Finding.BOUNCED));
    }

    private Future<Finding> about(Message message, String method, List<String> letters, Finding finding) {
        return outbox.known(pool, letters)
                .compose(ours -> new ReplyStore(pool)
                        .keep(List.of(placed(base(message, method, finding, Optional.empty()), ours))))
                .map(fresh -> finding);
    }

    private Future<Finding> kept(Message message, String method, Finding finding, Optional<String> words) {
        return new ReplyStore(pool)
                .keep(List.of(base(message, method, finding, words)))
                .map(fresh -> finding);
    }

    private ReplyLine base(Message message, String method, Finding finding, Optional<String> words) {
        return ReplyLine.of(message.hash(), message.source(), method, finding, words, clock.instant());
    }

    private static ReplyLine placed(ReplyLine line, Optional<Outbox.Ours> ours) {
        return ours.map(letter -> line.about(letter.organisation(), letter.event(), letter.registration()))
                .orElse(line);
    }
}
