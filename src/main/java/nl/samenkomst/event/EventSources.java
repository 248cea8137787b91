package nl.samenkomst.event;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.spi.EventFormat;

/** Where public pages read what they tell of an event: all of it at most a second old. */
public record EventSources(NetworkShelf networks, SeatBoard board, Formats formats) {

    /** What is known round one event. */
    public record Known(Housed housed, Optional<EventFormat> format, List<Seats> seats) {}

    /** The same without the seats, which nobody reads who only registers. */
    public Future<Known> withoutSeats(Event event) {
        return networks.of(event.network()).map(housed -> new Known(housed, formats.find(event.format()), List.of()));
    }

    public Future<Known> of(Event event) {
        var housed = networks.of(event.network());
        var seats = board.of(event.id());
        return Future.all(housed, seats)
                .map(both -> new Known(
                        housed.result(),
                        formats.find(event.format()),
                        event.draft() ? planned(event) : seats.result()));
    }

    /** A draft is shown to staff with the seats it will have. */
    private List<Seats> planned(Event draft) {
        return new SeatPlan(formats).planned(draft);
    }
}
