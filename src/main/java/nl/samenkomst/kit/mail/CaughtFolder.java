package nl.samenkomst.kit.mail;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder where caught mail lies: a file each, named by when it came, and only the newest are kept. */
final class CaughtFolder {

    static final int KEPT = 500;

    private static final String ENDING = ".eml";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(UTC);
    private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{9}-[0-9a-f]{8}");

    private final Path folder;
    private final Clock clock;
    private int count;

    CaughtFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Lays a mail down, whole or not at all, and lets go of the oldest. */
    synchronized void keep(byte[] source) throws IOException {
        Files.createDirectories(folder);
        var id = NAME.format(clock.instant()) + "-" + String.format(Locale.ROOT, "%08x", count++);
        var begun = folder.resolve(id + ".part");
        Files.write(begun, source);
        Files.move(begun, folder.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
        for (var old : ids().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(folder.resolve(old + ENDING));
        }
    }

    /** All mail, the newest first. */
    List<CaughtMail> all() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** One mail; what does not look like an id of ours is none, so that no path leads out of the folder. */
    Optional<CaughtMail> find(String id) {
        var file = folder.resolve(ID.matcher(id).matches() ? id + ENDING : "none");
        try {
            return Files.exists(file) ? Optional.of(CaughtMail.read(id, Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("a caught mail cannot be read", failure);
        }
    }

    private List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the caught mail cannot be listed", failure);
        }
    }
}
