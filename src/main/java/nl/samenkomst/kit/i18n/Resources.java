package nl.samenkomst.kit.i18n;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Lists what our rooms brought along beside their classes, in the jar or in the folder of a build. */
public final class Resources {

    private static final String ROOT = "nl/samenkomst/";

    private Resources() {}

    /** Paths below {@code nl/samenkomst} that end so, without that ending, sorted. */
    public static List<String> ending(String ending) {
        try {
            var home = Path.of(Resources.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var all = Files.isDirectory(home) ? inFolder(home.resolve(ROOT)) : inJar(home.toFile());
            return all.stream()
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static List<String> inFolder(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.map(path -> root.relativize(path).toString().replace(File.separatorChar, '/'))
                    .toList();
        }
    }

    private static List<String> inJar(File jar) throws IOException {
        try (var file = new JarFile(jar)) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(ROOT))
                    .map(name -> name.substring(ROOT.length()))
                    .toList();
        }
    }
}
