package nl.samenkomst.survey;

import java.util.List;
import java.util.Locale;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Shown;

/**
 * A page that says how it stands with somebody's answers, and what can be done next.
 *
 * @param good whether all is well
 * @param forget the name of a half-filled form that the device need not keep any more; empty where there is none
 * @param panels what other rooms offer now
 */
record Told(EventFacts facts, boolean good, String title, String lead, String forget, List<Shown> panels) {

    /** What there is to say; each has its words under {@code survey.told}. */
    enum Kind {
        /** Their answers came in. */
        THANKS(200, true),
        /** They answered before. */
        BEFORE(409, true),
        /** The time to answer is over. */
        CLOSED(409, true),
        /** By the code more came than can have been there. */
        FULL(409, false),
        /** The time to answer has not come. */
        EARLY(409, false),
        /** Only who came is asked. */
        STRANGE(409, false),
        /** It did not take place. */
        CANCELLED(409, false);

        private final int refused;
        private final boolean offers;

        Kind(int refused, boolean offers) {
            this.refused = refused;
            this.offers = offers;
        }

        /** The status of the answer to who sent something that is not taken; who only looks gets a page like any other. */
        int status(boolean looks) {
            return looks ? 200 : refused;
        }

        /** Whether there may be something to say besides. */
        boolean offers() {
            return offers;
        }

        String title(Words words) {
            return words.say(key() + ".title");
        }

        private String key() {
            return "survey.told." + name().toLowerCase(Locale.ROOT);
        }
    }

    Told {
        panels = List.copyOf(panels);
    }

    static Told of(Kind kind, EventFacts facts, String forget, List<Shown> panels, Words words) {
        return new Told(
                facts,
                kind == Kind.THANKS || kind == Kind.BEFORE,
                kind.title(words),
                words.say(kind.key() + ".lead"),
                forget,
                panels);
    }
}
