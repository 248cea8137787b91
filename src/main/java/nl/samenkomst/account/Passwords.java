package nl.samenkomst.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.text.Normalizer;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;

/** Hashes passwords by Argon2id (RFC 9106), on threads of its own since it is slow by intent. */
public final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int THREADS = 2;
    private static final int SALT_BYTES = 16;

    private final WorkerExecutor workers;
    private final Future<String> nobodys;

    public Passwords(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
        nobodys = hash(Secret.draw().text());
    }

    /** The password's hash, with its parameters and salt. Fails with a 422 on {@code password} when it is too short or too long. */
    Future<String> sound(String password) {
        if (password.length() < SHORTEST) {
            return Future.failedFuture(Refusal.invalid("password", "account.password.short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Future.failedFuture(Refusal.invalid("password", "account.password.long", LONGEST));
        }
        return hash(password);
    }

    /** Whether this is the password. Where there is none to compare with, as much work is done and the answer is no. */
    Future<Boolean> fit(String password, Optional<String> hash) {
        return hash.map(Future::succeededFuture)
                .orElse(nobodys)
                .compose(right -> workers.executeBlocking(() -> matches(password, right), false));
    }

    private Future<String> hash(String password) {
        return workers.executeBlocking(
                () -> Password.hash(composed(password))
                        .addRandomSalt(SALT_BYTES)
                        .withArgon2()
                        .getResult(),
                false);
    }

    private static boolean matches(String password, String hash) {
        return password.length() <= LONGEST
                && Password.check(composed(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** One form for what looks the same, however the keyboard makes an é. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
