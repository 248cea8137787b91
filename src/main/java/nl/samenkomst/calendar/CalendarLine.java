package nl.samenkomst.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a calendar file that somebody sent: a name, parameters and a value (RFC 5545, section 3.1).
 *
 * <p>What strangers send is read with this and not with iCal4j, which refuses much that real clients write, follows their VTIMEZONEs
 * into a pool of zones that the whole JVM shares, and needs thirty times as long.
 *
 * @param name in upper case
 * @param parameters by their names in upper case, without quotes
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {

    /** The lines of a file, unfolded, whatever ends them; what is no line at all is left out. */
    static List<CalendarLine> of(String text) {
        var lines = new ArrayList<CalendarLine>();
        var whole = new StringBuilder();
        for (var raw : text.split("\r\n|\r|\n", -1)) {
            if (raw.startsWith(" ") || raw.startsWith("\t")) {
                whole.append(raw, 1, raw.length());
            } else {
                read(whole.toString()).ifPresent(lines::add);
                whole.setLength(0);
                whole.append(raw);
            }
        }
        read(whole.toString()).ifPresent(lines::add);
        return lines;
    }

    Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    boolean is(String otherName, String otherValue) {
        return name.equals(otherName) && value.strip().equalsIgnoreCase(otherValue);
    }

    /** The value as text, its escapes undone (section 3.3.11). */
    String text() {
        var plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                plain.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static Optional<CalendarLine> read(String line) {
        int colon = unquoted(line, ':', 0);
        if (colon < 1) {
            return Optional.empty();
        }
        var head = line.substring(0, colon);
        int semicolon = unquoted(head, ';', 0);
        var name = semicolon < 0 ? head : head.substring(0, semicolon);
        var parameters = new LinkedHashMap<String, String>();
        while (semicolon >= 0) {
            int next = unquoted(head, ';', semicolon + 1);
            var one = head.substring(semicolon + 1, next < 0 ? head.length() : next);
            int equals = one.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        one.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        one.substring(equals + 1).replace("\"", "").strip());
            }
            semicolon = next;
        }
        return Optional.of(
                new CalendarLine(name.strip().toUpperCase(Locale.ROOT), parameters, line.substring(colon + 1)));
    }

    private static int unquoted(String line, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
