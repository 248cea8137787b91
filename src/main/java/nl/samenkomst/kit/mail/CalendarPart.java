package nl.samenkomst.kit.mail;

import java.util.Set;

/**
 * The invitation in a letter, as iTIP over mail wants it (RFC 6047, section 2.4).
 *
 * @param method the iTIP method; the calendar's own METHOD says the same, else clients show no Accept and Decline
 * @param ics the whole VCALENDAR, folded, with CRLF line ends
 */
public record CalendarPart(String method, String ics) {

    private static final Set<String> METHODS = Set.of("REQUEST", "CANCEL");

    public CalendarPart {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("we mail no calendar with method " + method);
        }
        if (!ics.contains("\r\nMETHOD:" + method + "\r\n")) {
            throw new IllegalArgumentException("the calendar does not say METHOD:" + method);
        }
    }
}
