package nl.samenkomst.kit.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;

/** What the file system lacks: a folder we may really write in, and a folder deleted with all that is in it. */
final class Folders {

    private Folders() {}

    /**
     * The data folder itself, made if needed, without symbolic links in its path.
     *
     * @throws DatabaseProblem when it cannot be made or written, saying what to do
     */
    static Path writable(Path folder) {
        try {
            Files.createDirectories(folder);
            var real = folder.toRealPath();
            Files.delete(Files.createTempFile(real, "may-we-write", ""));
            return real;
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "cannot write in the data folder " + folder.toAbsolutePath() + " as user "
                            + System.getProperty("user.name", "?")
                            + ": give this user the folder (chown), or set SAMENKOMST_DATA to a folder it may write in"
                            + " (" + e + ")",
                    e);
        }
    }

    /** The folder something is in. */
    static Path parent(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "the root has no parent");
    }

    /** Deletes it whole; nothing happens when it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Deletes what earlier processes left half-made: everything whose name begins so. */
    static void deleteAll(Path parent, String prefix) throws IOException {
        try (var leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
            for (var leftover : leftovers) {
                delete(leftover);
            }
        }
    }
}
