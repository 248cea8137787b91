package nl.samenkomst.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Attendance;

/** What one person can do about their registration now, in the order of how often it is used: one button per wish. */
final class OwnDeeds {

    private final Event event;
    private final Registration one;
    private final List<Seats> seats;
    private final Words words;
    private final UnaryOperator<String> tokens;

    /** What there is to do, with the form token of each action. */
    OwnDeeds(Event event, Registration one, List<Seats> seats, Words words, UnaryOperator<String> tokens) {
        this.event = event;
        this.one = one;
        this.seats = seats;
        this.words = words;
        this.tokens = tokens;
    }

    List<OwnShown.Deed> at(Instant now) {
        var deeds = new ArrayList<OwnShown.Deed>();
        if (event.cancelled() || event.phase(now) != Event.Phase.COMING) {
            return deeds;
        }
        switch (one.status()) {
            case OFFERED -> offered(deeds);
            case CHOOSE -> choose(deeds);
            case CONFIRMED -> confirmed(deeds);
            case WAITLISTED -> waiting(deeds);
            case CANCELLED -> cancelled(deeds);
        }
        return deeds;
    }

    private void offered(List<OwnShown.Deed> deeds) {
        deeds.add(deed("accept", "accept", ""));
        deeds.add(deed("decline", "decline", "outline"));
    }

    /** Their way of attending is gone: a seat in the other if there is one by now, else its line, or leaving. */
    private void choose(List<OwnShown.Deed> deeds) {
        var other = one.attendance().other();
        if (free(other) && seats(other).waiting() == 0) {
            deeds.add(deed("switch", "seat." + key(other), ""));
        } else if (event.waitlist()) {
            deeds.add(deed("switch", "wait." + key(other), "", seats(other).waiting() + 1));
        }
        deeds.add(deed("decline", "leave", "outline"));
    }

    private void confirmed(List<OwnShown.Deed> deeds) {
        one.wants().ifPresent(way -> {
            if (free(way)) {
                deeds.add(deed("take-seat", "takeSeat." + key(way), ""));
            }
            deeds.add(deed("stop-waiting", "wantNot." + key(way), "outline"));
        });
        if (one.wants().isEmpty() && event.attendance().allows(one.attendance().other())) {
            deeds.add(toOther(one.attendance().other()));
        }
        deeds.add(deed("cancel", "cancel", "danger", seats(one.attendance()).waiting()));
    }

    private void waiting(List<OwnShown.Deed> deeds) {
        if (free(one.attendance()) && seats(one.attendance()).waiting() > 0) {
            deeds.add(deed("take-seat", "takeSeat." + key(one.attendance()), ""));
        }
        var other = one.attendance().other();
        if (event.attendance().allows(other) && free(other)) {
            deeds.add(deed("switch", "sure." + key(other), ""));
        }
        deeds.add(deed("cancel", "leaveLine", "danger"));
    }

    private void cancelled(List<OwnShown.Deed> deeds) {
        if (one.by().filter(By::undoable).isPresent()) {
            var way = event.attendance().allows(one.attendance())
                    ? one.attendance()
                    : one.attendance().other();
            var line = way == one.attendance() ? "undo.line" : "undo.end";
            deeds.add(deed("undo", free(way) ? "undo.free" : line, ""));
        }
    }

    private OwnShown.Deed toOther(Attendance other) {
        var free = seats(other).free();
        if (free.isPresent() && free.get() <= 0) {
            return deed("switch", "queue." + key(other), "", seats(other).waiting() + 1);
        }
        return free.map(number -> deed("switch", "switch." + key(other), "", number))
                .orElseGet(() -> deed("switch", "switch.any." + key(other), ""));
    }

    private boolean free(Attendance way) {
        return !seats(way).full();
    }

    private Seats seats(Attendance way) {
        return seats.stream()
                .filter(some -> some.attendance() == way)
                .findFirst()
                .orElseGet(() -> new Seats(event.id(), way, Optional.of(0), 0, 0));
    }

    private static String key(Attendance way) {
        return way == Attendance.ON_SITE ? "onSite" : "online";
    }

    private OwnShown.Deed deed(String action, String key, String look, Object... values) {
        var base = "registration.own.deed." + key;
        var after = words.has(base + ".after") ? words.say(base + ".after", values) : "";
        return new OwnShown.Deed(
                action,
                tokens.apply(action),
                words.say(base + ".title", values),
                words.say(base + ".text", values),
                words.say(base + ".button", values),
                look,
                after);
    }
}
