package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.IfMatch;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Registrations for an organisation's staff: who comes, changing it, and taking somebody off. */
public final class RegistrationApi implements Feature {

    private static final String ONE = "/api/v1/registrations/:id";

    private final Pool pool;
    private final EventSources sources;
    private final Registrations registrations;
    private final StaffDeeds deeds;

    /** A registration with the event it is for, and what is known round that. */
    private record Whole(Registration one, Event event, EventSources.Known known) {

        RegistrationJson json() {
            return new RegistrationJson(event, known.housed().network());
        }

        Whole now(Registration changed) {
            return new Whole(changed, event, known);
        }

        Reply reply() {
            return Reply.json(json().of(one))
                    .with("ETag", IfMatch.etag(one.version()))
                    .personal();
        }
    }

    public RegistrationApi(Pool pool, EventSources sources, Registrations registrations) {
        this.pool = pool;
        this.sources = sources;
        this.registrations = registrations;
        this.deeds = new StaffDeeds(registrations);
    }

    @Override
    public void mount(Site site) {
        var reading = Staff.of(RegistrationTarget.REGISTRATION, Role.FACILITATOR);
        site.get("/api/v1/events/:event/registrations", Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::list);
        site.get(ONE, reading, (visit, admitted) -> whole(registrations.now(admitted.thing()))
                .map(Whole::reply));
        site.patch(ONE, reading, this::change);
        site.delete(ONE, Staff.of(RegistrationTarget.REGISTRATION, Role.ORGANISER), this::cancel);
    }

    private Future<Reply> list(Visit visit, Admitted<Event> admitted) {
        var event = admitted.thing();
        var housed = sources.networks().of(event.network());
        var found = new RosterStore(pool).list(event.id(), Paging.of(visit));
        return Future.all(housed, found).map(both -> {
            var json = new RegistrationJson(event, housed.result().network());
            return Reply.json(found.result().json(one -> json.of(registrations.now(one))))
                    .personal();
        });
    }

    private Future<Whole> whole(Registration one) {
        return new EventStore(pool).find(one.event()).map(Optional::orElseThrow).compose(event -> sources.of(event)
                .map(known -> new Whole(one, event, known)));
    }

    private Future<Reply> change(Visit visit, Admitted<Registration> admitted) {
        var patch = JsonReader.sent(visit);
        if (!RegistrationPatch.marks(patch) && !admitted.caller().role().allows(Role.ORGANISER)) {
            throw Refusal.of(403, "role", "account.role");
        }
        var one = admitted.thing();
        IfMatch.check(visit, one.version());
        return whole(one).compose(whole -> deeds.correct(
                        admitted.caller(), one, read(visit, patch, whole), version -> IfMatch.check(visit, version))
                .map(corrected -> whole.now(corrected).reply()));
    }

    private static RegistrationPatch read(Visit visit, JsonObject patch, Whole whole) {
        var network = whole.known().housed().network();
        var asks = Asks.at(
                whole.event(), whole.known().format(), network, visit.words().locale());
        return RegistrationPatch.read(patch, whole.one(), whole.event(), network, asks);
    }

    /** Taken off by the organiser: they cannot undo it themselves. */
    private Future<Reply> cancel(Visit visit, Admitted<Registration> admitted) {
        var one = admitted.thing();
        return deeds.carryOut(admitted.caller(), one.event(), List.of(one.id()), Deed.CANCEL)
                .compose(done -> Registrations.existing(pool, one.id()))
                .compose(this::whole)
                .map(Whole::reply);
    }
}
