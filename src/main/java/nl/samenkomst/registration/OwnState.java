package nl.samenkomst.registration;

import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Attendance;

/** Says to one person how they stand. */
final class OwnState {

    private final Event event;
    private final Registration one;
    private final Words words;
    private final Event.Phase phase;

    OwnState(Event event, Registration one, Words words, Event.Phase phase) {
        this.event = event;
        this.one = one;
        this.words = words;
        this.phase = phase;
    }

    /**
     * In words.
     *
     * @param before how many stand before them, where they stand in a line
     */
    OwnShown.State said(Optional<Integer> before) {
        if (event.cancelled()) {
            return state("off", "warning", "calledOff");
        }
        if (phase == Event.Phase.OVER && !one.cancelled()) {
            return state("off", "dash", "over");
        }
        return switch (one.status()) {
            case CONFIRMED -> confirmed(before);
            case WAITLISTED ->
                state(
                        "wait",
                        "hourglass",
                        "waiting",
                        before.map(ahead -> ahead + 1).orElse(1));
            case OFFERED -> until("offered.");
            case CHOOSE -> until("choose.");
            case CANCELLED ->
                state(
                        "off",
                        "dash",
                        one.by().filter(By.ORGANISER.code()::equals).isPresent() ? "takenOff" : "cancelled");
        };
    }

    private OwnShown.State confirmed(Optional<Integer> before) {
        var key = one.attendance() == Attendance.ON_SITE ? "onSite" : "online";
        return one.wants().isPresent()
                ? state(
                        "ok",
                        "tick",
                        key + ".wants",
                        before.map(ahead -> ahead + 1).orElse(1))
                : state("ok", "tick", key);
    }

    private OwnShown.State until(String what) {
        var moments = new Moments(words, event.zone());
        var until = one.offerUntil().orElseThrow();
        var way = one.attendance() == Attendance.ON_SITE ? "onSite" : "online";
        return state("wait", "hourglass", what + way, moments.day(until), moments.time(until));
    }

    private OwnShown.State state(String kind, String sign, String key, Object... values) {
        var base = "registration.own.state." + key;
        return new OwnShown.State(
                kind,
                sign,
                words.say(base + ".status", values),
                words.say(base + ".title", values),
                words.say(base + ".text", values));
    }
}
