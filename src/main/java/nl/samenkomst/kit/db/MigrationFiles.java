package nl.samenkomst.kit.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/** The migrations of this build, told by one line that differs as soon as one of them does. */
final class MigrationFiles {

    private static final String FOLDER = "db/migration/";

    private MigrationFiles() {}

    /** For instance {@code 12 migrations, V012__feed.sql, 9c41f0aa}: how many, the last, and a CRC-32 over names and contents. */
    static String told() {
        var files = files();
        var sum = new CRC32();
        files.forEach((name, content) -> sum.update((name + " " + content + "\n").getBytes(UTF_8)));
        return files.size() + " migrations, " + (files.isEmpty() ? "none" : files.lastKey()) + ", "
                + Long.toHexString(sum.getValue());
    }

    /** The CRC-32 of each file, by its name. */
    private static NavigableMap<String, Long> files() {
        try {
            var home = Path.of(MigrationFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new TreeMap<>(Files.isDirectory(home) ? inFolder(home.resolve(FOLDER)) : inJar(home.toFile()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static Map<String, Long> inFolder(Path folder) throws IOException {
        var found = new TreeMap<String, Long>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                found.put(file.getFileName().toString(), sum.getValue());
            }
        }
        return found;
    }

    /** A jar keeps the sums itself. */
    private static Map<String, Long> inJar(File jar) throws IOException {
        var found = new TreeMap<String, Long>();
        try (var file = new JarFile(jar)) {
            file.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .forEach(entry -> found.put(entry.getName().substring(FOLDER.length()), entry.getCrc()));
        }
        return found;
    }
}
