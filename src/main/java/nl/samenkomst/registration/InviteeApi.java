package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Who is invited to a closed event, for the organisation's staff. */
public final class InviteeApi implements Feature {

    private static final String ALL = "/api/v1/events/:event/invitees";

    private final Pool pool;
    private final Invitees invitees;
    private final Idempotency idempotency;
    private final Ids ids;

    /** Somebody to invite, as sent. */
    private record Wish(EmailAddress email, Optional<String> name) {}

    public InviteeApi(Pool pool, Invitees invitees, Idempotency idempotency, Ids ids) {
        this.pool = pool;
        this.invitees = invitees;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @Override
    public void mount(Site site) {
        var planning = Staff.of(EventTarget.EVENT, Role.ORGANISER);
        site.get(ALL, Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::list);
        site.post(ALL, planning, this::invite);
        site.delete(ALL + "/:id", planning, this::takeOff);
    }

    private Future<Reply> list(Visit visit, Admitted<Event> admitted) {
        return new InviteeStore(pool)
                .list(admitted.thing().id(), Paging.of(visit))
                .map(found -> Reply.json(found.json(InviteeApi::json)).personal());
    }

    private Future<Reply> invite(Visit visit, Admitted<Event> admitted) {
        var event = admitted.thing();
        var wish = read(JsonReader.sent(visit));
        if (!event.closed()) {
            throw Refusal.of(409, "not-closed", "registration.api.notClosed");
        }
        return idempotency.once(visit, admitted.caller().key(), tx -> invited(tx, event, wish));
    }

    private static Wish read(JsonObject json) {
        var faults = new Faults();
        var reader = JsonReader.of(json, faults);
        var email = reader.needed("email", reader.email("email")).flatMap(EmailAddress::typed);
        var name = reader.name("name", Fields.NAME);
        reader.end();
        faults.refuse();
        return new Wish(email.orElseThrow(), name);
    }

    /** Who is invited already stays so, and gets no second letter. */
    private Future<Reply> invited(SqlClient tx, Event event, Wish wish) {
        return invitees.add(tx, event, ids.timed(), wish.email(), wish.name()).compose(added -> new InviteeStore(tx)
                .byAddress(event.id(), wish.email())
                .map(Optional::orElseThrow)
                .map(one -> Reply.json(json(one)).status(added ? 201 : 200)));
    }

    private Future<Reply> takeOff(Visit visit, Admitted<Event> admitted) {
        var id = Id.of(visit.path("id")).orElseThrow(() -> new NotFound("invitee"));
        return new InviteeStore(pool).delete(admitted.thing().id(), id).map(there -> {
            if (!there) {
                throw new NotFound("invitee");
            }
            return Reply.nothing();
        });
    }

    private static JsonObject json(Invitee one) {
        return new JsonObject()
                .put("id", one.id().toString())
                .put("email", one.email().text())
                .put("name", one.name().orElse(null))
                .put(
                        "sentAt",
                        one.sentAt()
                                .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                                .orElse(null))
                .put(
                        "unsubscribedAt",
                        one.unsubscribedAt()
                                .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                                .orElse(null));
    }
}
