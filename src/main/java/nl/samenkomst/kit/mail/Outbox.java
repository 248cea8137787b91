package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where letters are laid to be sent: in the transaction that gives cause for them, so that none is lost and none is sent for nothing. */
public final class Outbox {

    private final String host;
    private final boolean keeps;
    private volatile Runnable laid = () -> {};

    /** An outbox whose Message-IDs end in this host. */
    public Outbox(String host) {
        this(host, true);
    }

    private Outbox(String host, boolean keeps) {
        this.host = host;
        this.keeps = keeps;
    }

    /** An outbox that keeps nothing: whatever is done with it is done without letters. */
    public static Outbox silent() {
        return new Outbox("localhost", false);
    }

    /** Lays these letters ready, in one statement; they leave once the transaction is committed. */
    public Future<Void> enqueue(SqlClient tx, List<Outgoing> letters) {
        if (letters.isEmpty() || !keeps) {
            return Future.succeededFuture();
        }
        return new OutboxStore(tx).insert(letters, host).onSuccess(done -> laid.run());
    }

    /** What still waits to be said about these subjects is overtaken; call it before the newer letter is laid ready. */
    public Future<Void> supersede(SqlClient tx, Collection<String> subjects) {
        return subjects.isEmpty() ? Future.succeededFuture() : new OutboxStore(tx).supersede(subjects);
    }

    /** The same, and tells what it overtook, the newest of each subject. */
    public Future<Map<String, Overtaken>> overtake(SqlClient tx, Collection<String> subjects) {
        return subjects.isEmpty() ? Future.succeededFuture(Map.of()) : new WaitingStore(tx).overtake(subjects);
    }

    /** The subjects of which a letter is on its way at this moment, or may be. */
    public Future<Set<String>> underWay(SqlClient tx, Collection<String> subjects) {
        return subjects.isEmpty() ? Future.succeededFuture(Set.of()) : new WaitingStore(tx).underWay(subjects);
    }

    /** What waits to be said about this event until later leaves by then at the latest. */
    public Future<Void> hasten(SqlClient tx, UUID event, Instant due) {
        return new WaitingStore(tx).hasten(event, due).onSuccess(done -> laid.run());
    }

    /** The person whom these subjects are about is erased: what waits does not leave, and no address stays. */
    public Future<Void> forget(SqlClient tx, Collection<String> subjects) {
        return subjects.isEmpty() ? Future.succeededFuture() : new OutboxStore(tx).forget(subjects);
    }

    /** The same, but what waits or is on its way still leaves, and forgets its address when it has. */
    public Future<Void> forgetEnded(SqlClient tx, Collection<String> subjects) {
        return new OutboxStore(tx).forgetEnded(subjects);
    }

    /** Whom one of our letters was about. */
    public record Ours(UUID organisation, Optional<UUID> event, Optional<UUID> registration) {}

    /** One of these letters came back: it counts as refused, in the other server's words. Empty where none is ours. */
    public Future<Optional<Ours>> bounced(SqlClient tx, Collection<String> messageIds, String words) {
        return new BounceStore(tx).refused(messageIds, words);
    }

    /** Whom the first of these letters that is ours was about. */
    public Future<Optional<Ours>> known(SqlClient sql, Collection<String> messageIds) {
        return new BounceStore(sql).known(messageIds);
    }

    /** Whoever sends is told so at once, and need not wait for its next look. */
    void whenLaid(Runnable hint) {
        laid = hint;
    }
}
