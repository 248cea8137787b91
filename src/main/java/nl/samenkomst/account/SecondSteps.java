package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Seal;

/** Turns the second step of a sign-in on and off, and judges its codes: from an app, or a recovery code on paper. */
public final class SecondSteps {

    private final Pool pool;
    private final Seal seal;
    private final Halfway halfway;
    private final Clock clock;

    public SecondSteps(Pool pool, Links links, Clock clock) {
        this.pool = pool;
        this.seal = new Seal(links, "second step");
        this.halfway = new Halfway(links, clock);
        this.clock = clock;
    }

    /**
     * A secret for an app, not in use before a code of it was given.
     *
     * @param sealed what the form bears until then, so that looking at the page keeps nothing
     * @param shown for who types it over
     * @param uri for who scans it, as apps read it ({@code otpauth://totp/…})
     */
    record Offered(String sealed, String shown, String uri) {}

    Offered offer(Account account, String issuer) {
        return offered(Totp.draw(), account, issuer);
    }

    /** The same secret as before; another where what came back is not ours. */
    Offered offerAgain(Account account, String issuer, String sealed) {
        return opened(sealed, account.id())
                .map(secret -> offered(secret, account, issuer))
                .orElseGet(() -> offer(account, issuer));
    }

    private Offered offered(byte[] secret, Account account, String issuer) {
        var sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.close(secret, account.id()));
        var uri = "otpauth://totp/" + escaped(issuer) + ":" + escaped(account.email()) + "?secret=" + Base32.of(secret)
                + "&issuer=" + escaped(issuer);
        return new Offered(sealed, Base32.grouped(secret), uri);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Optional<byte[]> opened(String sealed, UUID account) {
        try {
            return seal.open(Base64.getUrlDecoder().decode(sealed), account);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Begins to ask for codes, once one proves that the app knows the secret. Fails with a 422 on {@code code}. */
    Future<RecoveryCodes> turnOn(SqlClient tx, Account account, String sealed, String code) {
        var fits = opened(sealed, account.id());
        var step =
                fits.map(secret -> Totp.fit(secret, code, clock.instant(), 0)).orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Future.failedFuture(wrong());
        }
        var store = new SecondStepStore(tx);
        var codes = RecoveryCodes.draw();
        var kept = Buffer.buffer(seal.close(fits.orElseThrow(), account.id()));
        return store.insert(account.id(), kept, step.getAsLong())
                .compose(done -> done ? Future.succeededFuture() : Future.failedFuture(alreadyOn()))
                .compose(on -> store.deleteCodes(account.id()))
                .compose(gone -> store.insertCodes(account.id(), codes.hashes()).map(codes));
    }

    Future<Void> turnOff(SqlClient tx, UUID account) {
        var store = new SecondStepStore(tx);
        return store.delete(account).compose(done -> store.deleteCodes(account));
    }

    /** Whether a sign-in asks this account for a code. */
    Future<Boolean> on(UUID account) {
        return new SecondStepStore(pool).find(account).map(Optional::isPresent);
    }

    /** How many recovery codes are left. */
    Future<Integer> codesLeft(UUID account) {
        return new SecondStepStore(pool).codes(account);
    }

    /** For whoever gave the right password, and still owes the code. */
    String ticket(Account account) {
        return halfway.ticket(account);
    }

    Optional<Halfway.Claim> judge(String ticket) {
        return halfway.judge(ticket);
    }

    /** Uses the code up. Fails with a 422 on {@code code} where it does not fit, or was used before. */
    Future<Void> prove(UUID account, String typed) {
        var store = new SecondStepStore(pool);
        var proven = Totp.looksLike(typed)
                ? store.find(account)
                        .map(kept ->
                                kept.map(known -> fit(account, known, typed)).orElse(OptionalLong.empty()))
                        .compose(step ->
                                step.isPresent() ? store.use(account, step.getAsLong()) : Future.succeededFuture(false))
                : store.useCode(account, RecoveryCodes.hash(typed));
        return proven.compose(fits -> fits ? Future.succeededFuture() : Future.failedFuture(wrong()));
    }

    private OptionalLong fit(UUID account, SecondStepStore.Kept kept, String typed) {
        return seal.open(kept.sealed().getBytes(), account)
                .map(secret -> Totp.fit(secret, typed, clock.instant(), kept.lastStep()))
                .orElse(OptionalLong.empty());
    }

    private static Refusal wrong() {
        return Refusal.invalid("code", "account.code.wrong");
    }

    private static Refusal alreadyOn() {
        return Refusal.of(409, "second-step", "account.step.already");
    }
}
