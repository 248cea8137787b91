package nl.samenkomst.kit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds files of the webroot: those in the working directory's folder win over the jar's, so edit and reload works. */
public final class Webroot {

    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*+/)*+[A-Za-z0-9_-][A-Za-z0-9_-]*+(\\.[A-Za-z0-9_-]++)++");

    private final Path folder;
    private final boolean there;
    private final Map<String, Asset> packed = new ConcurrentHashMap<>();
    private final Map<String, Loose> loose = new ConcurrentHashMap<>();

    /** A file outside the jar, good as long as it was not written again. */
    private record Loose(FileTime written, Asset asset) {}

    /** @param folder what wins over the jar; it need not be there */
    public Webroot(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.there = Files.isDirectory(folder);
    }

    /** The file of this name, such as {@code css/samenkomst.css}; names that could lead elsewhere are nobody's. */
    Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return (there ? loose(name) : Optional.<Asset>empty()).or(() -> packed(name));
    }

    private Optional<Asset> loose(String name) {
        var path = folder.resolve(name);
        try {
            if (!Files.isRegularFile(path) || !path.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.empty();
            }
            var written = Files.getLastModifiedTime(path);
            var known = loose.get(name);
            if (known == null || !known.written().equals(written)) {
                known = new Loose(written, Asset.of(name, Files.readAllBytes(path)));
                loose.put(name, known);
            }
            return Optional.of(known.asset());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Only what is there is remembered, so that no one fills our memory with names. */
    private Optional<Asset> packed(String name) {
        var known = packed.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (var in = Webroot.class.getResourceAsStream("/webroot/" + name)) {
            var found = in == null ? Optional.<Asset>empty() : Optional.of(Asset.of(name, in.readAllBytes()));
            found.ifPresent(asset -> packed.put(name, asset));
            return found;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
