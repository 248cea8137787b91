package nl.samenkomst.registration;

import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.network.Programme;

/** The registration form of a programme: its sessions to choose from, then the person. */
record ProgrammeShown(String slug, String scope, String error, List<SessionShown> sessions, PersonShown person) {

    /**
     * A session with the ways of attending it.
     *
     * @param place where one comes to, in words
     */
    record SessionShown(EventFacts facts, String place, List<Way> ways, String error) {}

    /**
     * A way of attending a session, or not attending it.
     *
     * @param value empty for who does not come
     * @param left what is said of the seats
     */
    record Way(String value, String said, String left, boolean chosen, boolean closed) {}

    static String scope(Programme programme) {
        return "programme:" + programme.id();
    }

    static ProgrammeShown of(Programme programme, List<Session> open, Filled filled, Words words) {
        var asks = Asks.together(open.stream().map(Session::asks).toList());
        return new ProgrammeShown(
                programme.slug(),
                scope(programme),
                filled.error("sessions"),
                open.stream().map(session -> session(session, filled, words)).toList(),
                PersonShown.of(asks, filled, false, words));
    }

    private static SessionShown session(Session session, Filled filled, Words words) {
        var chosen = filled.within("sessions", session.slug()).orElse("");
        var ways = new ArrayList<Way>();
        session.seats().stream()
                .filter(seats -> session.event().attendance().allows(seats.attendance()))
                .forEach(seats -> ways.add(way(session, seats, chosen, words)));
        ways.add(new Way("", words.say("registration.programme.not"), "", chosen.isEmpty(), false));
        return new SessionShown(
                session.facts(), place(session, words), ways, filled.error(ProgrammeForm.field(session.slug())));
    }

    private static Way way(Session session, Seats seats, String chosen, Words words) {
        var code = seats.attendance().code();
        boolean closed = seats.full() && !session.event().waitlist();
        return new Way(
                code,
                words.say("registration.programme.way." + code),
                left(seats, closed, words),
                chosen.equals(code) && !closed,
                closed);
    }

    private static String left(Seats seats, boolean closed, Words words) {
        if (closed) {
            return words.say("registration.programme.closed");
        }
        if (seats.full()) {
            return words.say("registration.programme.line", seats.waiting() + 1);
        }
        return seats.free()
                .map(free -> words.say(
                        "registration.programme.free", free, seats.capacity().orElse(free)))
                .orElseGet(() -> words.say("registration.form.free.any"));
    }

    static String place(Session session, Words words) {
        var room = session.facts().where().map(EventFacts.Where::name);
        return room.filter(name -> session.facts().online().isPresent())
                .map(name -> words.say("registration.programme.hybrid", name))
                .or(() -> room)
                .orElseGet(() -> words.say("registration.form.way.online"));
    }
}
