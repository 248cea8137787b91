package nl.samenkomst.kit.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Keeps what was read for a moment, so that a crowd on one page costs the database one question a moment and not one each.
 *
 * <p>What it gives is at most as old as its age; nothing that decides about seats may be read from it.
 */
public final class Shelf<K, V> {

    private static final int MOST = 10_000;

    private final Cache<K, V> kept;
    private final ConcurrentMap<K, Future<V>> underWay = new ConcurrentHashMap<>();
    private final Function<K, Future<V>> read;

    /** @param age how old a value may be */
    public Shelf(Duration age, Function<K, Future<V>> read) {
        this(age, read, Ticker.systemTicker());
    }

    Shelf(Duration age, Function<K, Future<V>> read, Ticker ticker) {
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
        this.read = read;
    }

    /** The value, read now unless it was read a moment ago. Who asks while it is being read waits for that answer. */
    public Future<V> of(K key) {
        var there = kept.getIfPresent(key);
        if (there != null) {
            return Future.succeededFuture(there);
        }
        Promise<V> promise = Promise.promise();
        var asked = underWay.putIfAbsent(key, promise.future());
        return asked != null ? asked : fetch(key, promise);
    }

    private Future<V> fetch(K key, Promise<V> promise) {
        read.apply(key).onComplete(done -> {
            boolean stillWanted = underWay.remove(key, promise.future());
            if (done.succeeded() && stillWanted) {
                kept.put(key, done.result());
            }
            promise.handle(done);
        });
        return promise.future();
    }

    /** Forgets one value, as after a change on this node; a reading under way is not kept either. */
    public void forget(K key) {
        underWay.remove(key);
        kept.invalidate(key);
    }

    /** Forgets everything, as after the database was away. */
    public void forgetAll() {
        underWay.clear();
        kept.invalidateAll();
    }
}
