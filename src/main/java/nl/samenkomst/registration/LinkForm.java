package nl.samenkomst.registration;

import nl.samenkomst.event.Event;
import nl.samenkomst.kit.web.Shown;

/**
 * "Send me my link", the one thing that a closed event's page offers to strangers.
 *
 * @param expired whether they came with a link that does not work
 */
record LinkForm(String slug, String scope, boolean expired, PersonShown.Text email) {

    static String scope(Event event) {
        return "link:" + event.id();
    }

    static Shown empty(Event event) {
        return shown(event, false, Filled.NOTHING);
    }

    static Shown expired(Event event) {
        return shown(event, true, Filled.NOTHING);
    }

    static Shown again(Event event, Filled filled) {
        return shown(event, false, filled);
    }

    private static Shown shown(Event event, boolean expired, Filled filled) {
        var email = new PersonShown.Text(filled.text("email"), filled.error("email"), true);
        return new Shown(0, "closed", "registration/link", new LinkForm(event.slug(), scope(event), expired, email));
    }
}
