package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.spi.Attendance;

/** Who would lose a seat, where an organiser asks for fewer than are taken: nobody loses one unasked. */
record SeatLoss(Pool pool, SeatHolders holders) {

    private static final int NAMED = 50;

    Future<Optional<Sheet.Loss>> of(EditEventDesk.Sent sent, List<Fault> faults) {
        return faults.stream()
                .filter(fault ->
                        fault.text().equals("event.api.held") && fault.values().size() == 2)
                .findFirst()
                .map(fault -> loss(sent, fault).map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<Sheet.Loss> loss(EditEventDesk.Sent sent, Fault fault) {
        var wanted = (int) fault.values().get(0);
        var held = (int) fault.values().get(1);
        var way = fault.field().endsWith("online") ? Attendance.ONLINE : Attendance.ON_SITE;
        var words = Workspace.words(sent.caller(), sent.visit());
        return holders.last(sent.event().id(), way, Math.min(held - wanted, NAMED))
                .map(names -> new Sheet.Loss(
                        words.say("event.loss.who", held - wanted, wanted),
                        names.stream()
                                .map(name -> name.orElseGet(() -> words.say("event.loss.erased")))
                                .toList(),
                        sent.typed().text(fault.field()).equals(String.valueOf(wanted))
                                ? "fit:" + fault.field() + ":" + held
                                : "",
                        words.say("event.loss.fit", held),
                        EventTop.Page.PEOPLE.of(sent.event())));
    }

    /** With as many seats as are taken, in place of the fewer that were asked for. */
    static EditEventDesk.Sent fitted(EditEventDesk.Sent sent) {
        var parts = sent.deed().split(":", -1);
        return parts.length == 3 && parts[1].startsWith("capacity.") && parts[2].matches("[0-9]{1,7}")
                ? sent.with(sent.typed().with(parts[1], parts[2]))
                : sent;
    }
}
