package nl.samenkomst.kit.db;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs, packed in our jar and unpacked once into a folder named after their digest. */
record Binaries(Path folder) {

    /** Finds them below the given folder, unpacking them when they are not there yet. */
    static Binaries in(Path parent, Consumer<String> progress) throws IOException {
        var folder = parent.resolve("pg-" + digest());
        if (!Files.isDirectory(folder)) {
            progress.accept("Unpacking PostgreSQL into " + folder + " (once; some ten seconds)");
            unpackAtOnce(folder);
        }
        return new Binaries(folder);
    }

    /** The path of one program, for instance {@code initdb}. */
    String program(String name) {
        return folder.resolve("bin").resolve(windows() ? name + ".exe" : name).toString();
    }

    /** In a neighbouring folder first: one that bears the digest's name is always complete. */
    private static void unpackAtOnce(Path folder) throws IOException {
        var parent = Folders.parent(folder);
        Files.createDirectories(parent);
        var part = Files.createDirectory(
                parent.resolve("unpacking-" + ProcessHandle.current().pid()));
        try {
            unpack(part);
            if (!Files.isDirectory(folder)) {
                Files.move(part, folder);
            }
        } finally {
            Folders.delete(part);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry that leads outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Folders.parent(path));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            // For all, since as root the server is run as someone else.
            if (!windows() && (entry.getMode() & 0111) != 0 && !path.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make executable: " + path);
            }
        }
    }

    private static String digest() throws IOException {
        try (var packed = packed()) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream packed() throws IOException {
        for (var name : names()) {
            var stream = Binaries.class.getResourceAsStream("/" + name);
            if (stream != null) {
                return new BufferedInputStream(stream, 1 << 16);
            }
        }
        throw new FileNotFoundException("this build holds no PostgreSQL for " + system() + " " + architecture()
                + ": build it on this platform, or set SAMENKOMST_DATABASE_URL to a PostgreSQL of your own");
    }

    /** The publisher of the binaries names some platforms in two ways. */
    private static List<String> names() {
        return switch (architecture()) {
            case "arm64" -> List.of("postgres-" + system() + "-arm_64.txz", "postgres-" + system() + "-arm_v8.txz");
            default -> List.of("postgres-" + system() + "-x86_64.txz");
        };
    }

    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return windows() ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        var name = System.getProperty("os.arch", "");
        return List.of("aarch64", "arm64").contains(name) ? "arm64" : "x86_64";
    }

    static boolean windows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
