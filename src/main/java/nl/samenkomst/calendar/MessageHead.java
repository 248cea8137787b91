package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** Finds head and body of a mail as it came, before anybody tries to make sense of it. */
final class MessageHead {

    private MessageHead() {}

    /** Where the body begins, behind the first empty line; the whole length where there is none. */
    static int end(byte[] source) {
        for (int i = 0; i + 1 < source.length; i++) {
            if (source[i] == '\n' && source[i + 1] == '\n') {
                return i + 2;
            }
            if (source[i] == '\n' && source[i + 1] == '\r' && i + 2 < source.length && source[i + 2] == '\n') {
                return i + 3;
            }
        }
        return source.length;
    }

    /** The value of its Message-ID, folded or not; nothing where it has none. */
    static byte[] messageId(byte[] source, int end) {
        var value = new StringBuilder();
        boolean inside = false;
        for (var line : new String(source, 0, end, ISO_8859_1).split("\r?\n", -1)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            inside = folded ? inside : line.toLowerCase(Locale.ROOT).startsWith("message-id:");
            if (inside) {
                value.append(folded ? line : line.substring("message-id:".length()));
            }
        }
        return value.toString().strip().getBytes(ISO_8859_1);
    }
}
