package planted.event;

import planted.registration.Seat;

/** An event that knows a seat. */
final class KnowsItsRight {

    Seat seat = new Seat();
}
