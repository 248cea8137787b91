package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Links;

/** Invites people to closed events, for tests. */
public final class SampleInvitee {

    private SampleInvitee() {}

    /** Somebody with the address {@code name@mail.example}; tells the token of their link. Their letter is laid ready. */
    public static String token(Pool pool, Links links, Event event, String name) {
        return links.token(Invitee.PURPOSE, id(pool, links, event, name), 1);
    }

    /** The same; tells their id. */
    public static UUID id(Pool pool, Links links, Event event, String name) {
        var invitees = new Invitees(pool, new Outbox("localhost"), links, Clock.systemUTC());
        var id = UUID.randomUUID();
        await(pool.withTransaction(tx -> invitees.add(tx, event, id, Hallway.address(name), Optional.of(name))));
        return id;
    }
}
