package nl.samenkomst.account;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Ten codes on paper for whoever lost the phone: each opens the second step once. */
record RecoveryCodes(List<String> codes) {

    private static final int HOW_MANY = 10;

    /** 80 bits: too many to guess even by whoever has the hashes. */
    private static final int BYTES = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCodes draw() {
        return new RecoveryCodes(
                IntStream.range(0, HOW_MANY).mapToObj(n -> one()).toList());
    }

    private static String one() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.grouped(bytes).toLowerCase(Locale.ROOT);
    }

    /** By which a code is known, however its letters were typed. */
    static Buffer hash(String typed) {
        return new Secret(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "")).hash();
    }

    List<Buffer> hashes() {
        return codes.stream().map(RecoveryCodes::hash).toList();
    }
}
