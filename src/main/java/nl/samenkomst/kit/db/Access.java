package nl.samenkomst.kit.db;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/** How an embedded server is reached: its port and its password, kept in {@code postgres.properties}, for us alone. */
record Access(int port, String password) {

    /** A new secret for a new cluster: 192 bits, in hexadecimal. */
    static Access fresh() {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return new Access(0, HexFormat.of().formatHex(secret));
    }

    static Optional<Access> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new Access(
                    Integer.parseInt(properties.getProperty("port", "0")), properties.getProperty("password", "")));
        } catch (IllegalArgumentException e) {
            throw new DatabaseProblem("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    Access withPort(int other) {
        return new Access(other, password);
    }

    /** Writes it at once, readable (0600) for its owner alone, who stays the owner of the folder it is in. */
    void write(Path file) throws IOException {
        // A temporary file of Java's is 0600 wherever the system knows such rights.
        var part = Files.createTempFile(Folders.parent(file), "postgres", ".properties");
        Files.writeString(
                part, "# The embedded database of Samenkomst.\nport=" + port + "\npassword=" + password + "\n");
        if (!Binaries.windows()) {
            Files.setOwner(part, Files.getOwner(Folders.parent(file)));
        }
        Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
