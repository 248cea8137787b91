package nl.samenkomst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of links, form tokens and cookies; it never shows itself in a log. */
public final class Secret {

    static final int SHORTEST = 32;

    private static final String FILE = "secret";
    private static final int BYTES = 32;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is too short to keep anything secret */
    static Secret given(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException("too short");
        }
        return new Secret(text);
    }

    /** The one in this folder, made at its first use, for our own user alone (0600); blocks. */
    static Secret keptIn(Path data) throws IOException {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            make(data, file);
        }
        return given(Files.readString(file, UTF_8).strip());
    }

    /** Written beside and then named, so that of two processes that start at once both read one whole secret. */
    private static void make(Path data, Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        // A temporary file is its owner's alone, and its second name inherits that.
        var fresh = Files.createTempFile(data, FILE, ".new");
        try {
            Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n", UTF_8);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // Another process was first; its secret is the one.
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
