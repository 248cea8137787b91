package planted.registration;

/** To the right of the event. */
public final class Seat {}
