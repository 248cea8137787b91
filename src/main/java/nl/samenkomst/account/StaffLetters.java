package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Throttle;

/**
 * Lays ready the letters that let staff in: an invitation, a link to set a password.
 *
 * <p>The secret of such a link is derived from an id under the installation's key. The outbox keeps the id, {@code staff_link} the
 * hash: who reads the database cannot make the link, and a letter that is sent again after a crash bears the same one.
 */
public final class StaffLetters {

    /** How long a link of a letter works, from the moment the letter leaves. */
    static final Duration LINK_WORKS = Duration.ofMinutes(10);

    private static final Throttle.Rate PER_PERSON = Throttle.Rate.of(5, Duration.ofHours(1));

    private final Pool pool;
    private final Outbox outbox;
    private final Links links;
    private final Throttle throttle;
    private final Clock clock;

    public StaffLetters(Pool pool, Outbox outbox, Links links, Throttle throttle, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.links = links;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** The secret of the link with this id. */
    static Secret secret(Links links, UUID link) {
        return new Secret(links.token("staff link", link, 1));
    }

    /** Tells somebody that they belong to this organisation, and how to come in. A 429 after too many letters to them. */
    Future<Void> welcome(SqlClient tx, UUID account, UUID organisation, String language) {
        return new AccountStore(tx).find(account).compose(found -> found.map(known -> known.password()
                                .isPresent()
                        ? throttled(account)
                                .compose(counted ->
                                        lay(tx, account, organisation, StaffLetter.ADDED, language, Optional.empty()))
                        : link(tx, account, organisation, StaffLetter.INVITED, language))
                .orElseGet(Future::succeededFuture));
    }

    /**
     * Sends a link to whoever lost their password, where the address is an account's. Takes as long as it takes: whoever asks is
     * answered without waiting for it.
     */
    Future<Void> lost(String email, String language) {
        return new AccountStore(pool).byEmail(email).compose(found -> found.map(known -> renewed(known, language))
                .orElseGet(Future::succeededFuture));
    }

    /** The same for whoever holds a link that ended. */
    Future<Void> again(Secret old, String language) {
        return new ProofStore(pool)
                .byOldLink(old)
                .compose(account -> account.map(id -> new AccountStore(pool).find(id))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .compose(found -> found.map(known -> renewed(known, language)).orElseGet(Future::succeededFuture));
    }

    /** In the name of the first organisation they belong to; who belongs to none has nothing to come in for. */
    private Future<Void> renewed(AccountStore.Known known, String language) {
        var account = known.account().id();
        var letter = known.password().isPresent() ? StaffLetter.PASSWORD : StaffLetter.INVITED;
        return new AccountStore(pool).firstOrganisation(account).compose(home -> home.map(
                        organisation -> pool.withTransaction(tx -> link(tx, account, organisation, letter, language)))
                .orElseGet(Future::succeededFuture));
    }

    private Future<Void> link(SqlClient tx, UUID account, UUID organisation, String letter, String language) {
        var link = UUID.randomUUID();
        return throttled(account)
                .compose(counted -> new ProofStore(tx).insertLink(secret(links, link), account, LINK_WORKS))
                .compose(kept -> lay(tx, account, organisation, letter, language, Optional.of(link)));
    }

    private Future<Void> throttled(UUID account) {
        return throttle.about("staff letter", account.toString(), PER_PERSON);
    }

    private Future<Void> lay(
            SqlClient tx, UUID account, UUID organisation, String letter, String language, Optional<UUID> link) {
        var subject = "staff:" + account;
        var ids = new JsonObject().put("account", account.toString()).put("organisation", organisation.toString());
        link.ifPresent(id -> ids.put("link", id.toString()));
        var outgoing = new Outgoing(
                Optional.of(organisation), subject, 0, letter, language, Optional.empty(), ids, false, clock.instant());
        return outbox.supersede(tx, List.of(subject)).compose(done -> outbox.enqueue(tx, List.of(outgoing)));
    }
}
