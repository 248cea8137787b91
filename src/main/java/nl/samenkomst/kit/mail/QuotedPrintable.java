package nl.samenkomst.kit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Text as lines of ASCII (RFC 2045, section 6.7), byte for byte as the mail library writes it, which takes ten times as long. */
final class QuotedPrintable {

    private static final int LINE = 75;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(UTF_8);

    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(int size) {
        this.out = new ByteArrayOutputStream(size);
    }

    /** In UTF-8; whatever ends a line is told as CRLF. */
    static byte[] of(String text) {
        var bytes = text.getBytes(UTF_8);
        var encoded = new QuotedPrintable(bytes.length + bytes.length / 4);
        for (int i = 0; i < bytes.length; i++) {
            boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                encoded.newLine();
                i += pair ? 1 : 0;
            } else {
                encoded.write(bytes[i], i + 1 == bytes.length || ends(bytes[i + 1]));
            }
        }
        return encoded.out.toByteArray();
    }

    private static boolean ends(byte octet) {
        return octet == '\r' || octet == '\n';
    }

    private void newLine() {
        out.write('\r');
        out.write('\n');
        column = 0;
    }

    /** A space that a line would end with is lost on the way, unless it is told as a number. */
    private void write(byte octet, boolean last) {
        if (octet == ' ' ? last : octet < ' ' || octet >= 0x7f || octet == '=') {
            room(3);
            out.write('=');
            out.write(HEX[(octet >> 4) & 0xf]);
            out.write(HEX[octet & 0xf]);
        } else {
            room(1);
            out.write(octet);
        }
    }

    private void room(int octets) {
        column += octets;
        if (column > LINE) {
            out.write('=');
            out.write('\r');
            out.write('\n');
            column = octets;
        }
    }
}
