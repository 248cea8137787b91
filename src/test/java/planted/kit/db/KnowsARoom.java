package planted.kit.db;

import planted.registration.Seat;

/** A kit that knows a room. */
public final class KnowsARoom {

    Seat seat = new Seat();
}
