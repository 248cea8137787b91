package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;

/**
 * Writes to somebody that they are invited to a closed gathering, with the link by which they can register. They did not ask for it:
 * one click in their mail program ends such letters (RFC 8058).
 */
public final class InvitedLetter implements LetterWriter {

    private final Pool pool;
    private final RegistrationLetters.Means means;

    public InvitedLetter(Pool pool, RegistrationLetters.Means means) {
        this.pool = pool;
        this.means = means;
    }

    @Override
    public String letter() {
        return Invitees.INVITED;
    }

    /** Empty where the invitation was taken back, they want no more letters, or nobody can register any more. */
    @Override
    public Future<Optional<Letter>> write(OutboxRow row) {
        var invitee = new InviteeStore(pool).find(UUID.fromString(row.ids().getString("invitee")));
        var event = new EventStore(pool).find(UUID.fromString(row.ids().getString("event")));
        return Future.all(invitee, event).compose(both -> invitee.result()
                .filter(one -> one.unsubscribedAt().isEmpty())
                .flatMap(one -> event.result().filter(Event::published).map(found -> written(row, one, found)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Optional<Letter>> written(OutboxRow row, Invitee one, Event event) {
        return means.sources().of(event).map(known -> Optional.of(letter(row, one, event, known)));
    }

    private Letter letter(OutboxRow row, Invitee one, Event event, EventSources.Known known) {
        var words = means.languages().in(row.language());
        var housed = known.housed();
        var facts = EventFacts.of(event, housed.network(), known.format(), words);
        var way = event.attendance() == Gathering.ONLINE ? Attendance.ONLINE : Attendance.ON_SITE;
        var values = LetterValues.ofEvent(event, facts, way, words, means.links());
        var token = means.links().token(Invitee.PURPOSE, one.id(), one.linkVersion());
        values.put("name", one.name().orElse(""));
        values.put("joinLink", "");
        values.put("dialIn", "");
        values.put("invitation", means.links().url("/events/" + event.slug() + "?invitation=" + token));
        var unsubscribe = means.links().url(InviteeTarget.path(means.links(), one));
        values.put("unsubscribe", unsubscribe);
        var head = new Letterhead(housed.organisation().name(), "#" + housed.accent());
        var written = means.templates().write(letter(), row.language(), head, values);
        var organisation = housed.organisation();
        return organisation
                .signed(Letter.of(row, organisation.sender(means.from()), one.email(), written))
                .headed(Map.of(
                        "List-Unsubscribe",
                        "<" + unsubscribe + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"));
    }
}
