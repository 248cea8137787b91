package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Mails as calendars and mail servers write them, each a file; they answer for Fatima to one invitation. The same files are what the
 * fuzzer starts from.
 */
final class SampleReply {

    static final String UID = "0123456789abcdef0123456789abcdef@samenkomst";
    static final String ADDRESS = "fatima@mail.example";

    /** The letter that bounces and other mail are about. */
    static final String LETTER = "<18f.11111111-2222-4333-8444-555555555555@samenkomst.example>";

    private static final String FOLDER = "replies/";

    private SampleReply() {}

    static byte[] file(String name) {
        try (InputStream in = SampleReply.class.getResourceAsStream(FOLDER + name + ".eml")) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The plainest answer there can be. */
    static byte[] plain(String uid, String address, String partstat, String stamp, int sequence) {
        return String.join(
                        "\r\n",
                        "From: " + address,
                        "To: noreply@samenkomst.example",
                        "Message-ID: <" + uid + "." + partstat + "." + stamp + "." + sequence + "@mail.example>",
                        "Content-Type: text/calendar; charset=utf-8; method=REPLY",
                        "",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "METHOD:REPLY",
                        "BEGIN:VEVENT",
                        "UID:" + uid,
                        "DTSTAMP:" + stamp,
                        "SEQUENCE:" + sequence,
                        "ATTENDEE;PARTSTAT=" + partstat + ":mailto:" + address,
                        "END:VEVENT",
                        "END:VCALENDAR",
                        "")
                .getBytes(UTF_8);
    }
}
