package nl.samenkomst.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How to sign in to the demo: kept in the data folder, for our own user alone (0600), so that each start can tell it. */
public record SignIn(String email, String password) {

    private static final String FILE = "demo-sign-in.txt";
    private static final String EMAIL = "owner@samenkomst.example";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    /** Nothing that is easily taken for something else; 31 of them make 79 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Draws a password and keeps it in this folder, in place of one that a broken attempt left; blocks. */
    static SignIn make(Path data) throws IOException {
        var fresh = new SignIn(EMAIL, password(new SecureRandom()));
        // A temporary file is its owner's alone.
        var file = Files.createTempFile(data, FILE, ".new");
        Files.writeString(file, fresh.email + "\n" + fresh.password + "\n", UTF_8);
        Files.move(file, data.resolve(FILE), ATOMIC_MOVE);
        return fresh;
    }

    /** The one kept in this folder, if the demo was ever made beside it; blocks. */
    public static Optional<SignIn> keptIn(Path data) throws IOException {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file, UTF_8);
        return lines.size() < 2 ? Optional.empty() : Optional.of(new SignIn(lines.get(0), lines.get(1)));
    }

    private static String password(SecureRandom random) {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    /** Its address alone. */
    @Override
    public String toString() {
        return "sign-in of " + email;
    }
}
