package nl.samenkomst.account;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** The app on somebody's phone that shows codes. */
public final class AuthenticatorApp {

    private AuthenticatorApp() {}

    /** What it shows at that moment, once this secret was typed into it (base 32, in groups). */
    public static String shows(String secret, Instant when) {
        return Totp.code(unpacked(secret.replace(" ", "")), Totp.step(when));
    }

    private static byte[] unpacked(String letters) {
        var bits = new StringBuilder();
        letters.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(value -> bits.append(Integer.toBinaryString(value + 32).substring(1)));
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i + 8 <= bits.length(); i += 8) {
            bytes.write(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        return bytes.toByteArray();
    }
}
