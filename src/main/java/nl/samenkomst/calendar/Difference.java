package nl.samenkomst.calendar;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Attendance;

/**
 * What is new for one person since their last letter.
 *
 * @param was what that letter showed; empty where nobody kept it, or it told the end
 * @param again whether it told the end
 */
record Difference(Optional<Shown> was, Shown now, boolean again) {

    static Difference between(Optional<JsonObject> last, Shown now) {
        var again = last.filter(Shown.NOTHING::equals).isPresent();
        return new Difference(last.filter(one -> !again).map(Shown::of), now, again);
    }

    private boolean time() {
        return was.filter(one -> !one.start().equals(now.start())
                        || !one.end().equals(now.end())
                        || !one.zone().equals(now.zone()))
                .isPresent();
    }

    private boolean way() {
        return was.filter(one -> one.way() != now.way()).isPresent();
    }

    private boolean place() {
        return !way() && was.filter(one -> !one.place().equals(now.place())).isPresent();
    }

    private boolean link() {
        return !way() && was.filter(one -> !one.link().equals(now.link())).isPresent();
    }

    /** Whether more is new than the way they attend. */
    boolean moreThanWay() {
        return time() || place() || link();
    }

    /** What a letter may name of it; what does not hold is empty. */
    Map<String, String> values(Words words) {
        var values = new HashMap<String, String>();
        values.put("again", said(again));
        values.put("newTime", said(time()));
        values.put("newWay", said(way()));
        values.put("newPlace", said(place()));
        values.put("newLink", said(link()));
        values.put("newOther", said(!again && what().isEmpty()));
        values.put("changes", changes(words));
        values.put(
                "oldTime",
                was.filter(one -> time()).map(one -> time(one, words)).orElse(""));
        values.put(
                "oldPlace",
                was.filter(one -> place() || (way() && one.way() == Attendance.ON_SITE))
                        .map(Shown::place)
                        .orElse(""));
        return values;
    }

    private List<String> what() {
        var what = new ArrayList<String>();
        if (time()) {
            what.add("time");
        }
        if (way()) {
            what.add("way");
        }
        if (place()) {
            what.add("place");
        }
        if (link()) {
            what.add("link");
        }
        return what;
    }

    private String changes(Words words) {
        return what().stream()
                .map(one -> words.say("calendar.change." + one))
                .reduce((one, other) -> words.say("calendar.change.and", one, other))
                .orElseGet(() -> words.say("calendar.change.other"));
    }

    private static String time(Shown was, Words words) {
        var moments = new Moments(words, was.zone());
        return moments.date(was.start()) + ", " + moments.hours(was.start(), was.end());
    }

    private static String said(boolean holds) {
        return holds ? "yes" : "";
    }
}
