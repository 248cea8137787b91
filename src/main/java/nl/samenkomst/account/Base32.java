package nl.samenkomst.account;

/** Bytes as letters and digits that nobody mistakes for each other (RFC 4648, section 6, without padding). */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int waiting = 0;
        for (byte one : bytes) {
            held = ((held << Byte.SIZE) | (one & 0xff)) & 0xffff;
            waiting += Byte.SIZE;
            while (waiting >= BITS) {
                waiting -= BITS;
                text.append(LETTERS.charAt((held >> waiting) & 31));
            }
        }
        return waiting == 0
                ? text.toString()
                : text.append(LETTERS.charAt((held << (BITS - waiting)) & 31)).toString();
    }

    /** In groups of four, which one types without losing one's place. */
    static String grouped(byte[] bytes) {
        return of(bytes).replaceAll("(.{4})(?!$)", "$1 ");
    }
}
