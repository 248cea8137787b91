package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import nl.samenkomst.kit.rule.Refusal;

/**
 * Lets a caller send a POST again without its being done twice: the answer is kept for 24 hours under the caller's
 * {@code Idempotency-Key}, in the same transaction as what was done. Two at once: the later one waits for the earlier one's answer.
 */
public final class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Pool pool;
    private final Clock clock;

    public Idempotency(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Does it in a transaction, or repeats the answer that was given before.
     *
     * @param caller tells this caller from every other, and gives nothing away
     * @param action what is done; when it fails, nothing is kept and the key is free again
     * @return a 422 where the key came before with another body
     */
    public Future<Reply> once(Visit visit, String caller, Function<SqlClient, Future<Reply>> action) {
        var header = visit.header("Idempotency-Key");
        if (header.isEmpty()) {
            return pool.withTransaction(action::apply);
        }
        var sending = new Sending(caller + " " + visit.path(), sound(header.get()), hash(visit));
        return pool.withTransaction(
                tx -> claim(tx, sending).compose(ours -> ours ? kept(tx, sending, action) : repeated(tx, sending)));
    }

    private record Sending(String scope, String key, Buffer hash) {}

    private static String sound(String key) {
        if (!key.matches("[\\x21-\\x7E]{1,200}")) {
            throw Refusal.invalid("Idempotency-Key", "error.idempotency.key");
        }
        return key;
    }

    private static Buffer hash(Visit visit) {
        try {
            var body = visit.body().json().encode().getBytes(StandardCharsets.UTF_8);
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Whether the key was free; where another transaction holds it, this waits for that one's end. */
    private Future<Boolean> claim(SqlClient tx, Sending sending) {
        return tx.preparedQuery("""
                insert into idempotency (scope, key, body_hash, created_at)
                values ($1, $2, $3, $4)
                    on conflict (scope, key) do update
                   set body_hash = excluded.body_hash, answer = null, created_at = excluded.created_at
                 where idempotency.created_at <= $5
                """)
                .execute(Tuple.of(sending.scope(), sending.key(), sending.hash(), now(), now().minus(KEPT)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Future<Reply> kept(SqlClient tx, Sending sending, Function<SqlClient, Future<Reply>> action) {
        return action.apply(tx).compose(reply -> tx.preparedQuery("""
                update idempotency set answer = $3 where scope = $1 and key = $2
                """)
                .execute(Tuple.of(sending.scope(), sending.key(), written(reply)))
                .map(reply));
    }

    private static Future<Reply> repeated(SqlClient tx, Sending sending) {
        return tx.preparedQuery("select body_hash, answer from idempotency where scope = $1 and key = $2")
                .execute(Tuple.of(sending.scope(), sending.key()))
                .map(rows -> {
                    var row = rows.iterator().next();
                    if (!row.getBuffer("body_hash").equals(sending.hash())) {
                        throw Refusal.invalid("Idempotency-Key", "error.idempotency.body");
                    }
                    return read(row.getJsonObject("answer"));
                });
    }

    private static JsonObject written(Reply reply) {
        var bytes = (Reply.Bytes) reply.content();
        return new JsonObject()
                .put("status", reply.status())
                .put("headers", new JsonObject(java.util.Map.copyOf(reply.headers())))
                .put("type", bytes.type())
                .put("body", bytes.body().toString(StandardCharsets.UTF_8));
    }

    private static Reply read(JsonObject answer) {
        var reply = Reply.bytes(answer.getString("type"), Buffer.buffer(answer.getString("body")))
                .status(answer.getInteger("status"));
        for (var header : answer.getJsonObject("headers")) {
            reply = reply.with(header.getKey(), String.valueOf(header.getValue()));
        }
        return reply;
    }

    /** Forgets what was kept long enough. */
    public Future<Void> sweep() {
        return pool.preparedQuery("delete from idempotency where created_at <= $1")
                .execute(Tuple.of(now().minus(KEPT)))
                .mapEmpty();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
