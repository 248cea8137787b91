package nl.samenkomst.kit.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The jars that an operator dropped into the plugins folder, each with a class loader of its own whose parent is ours. They stay open
 * as long as the process lives. A folder that is not there is an empty one.
 */
public final class PluginFolder {

    private static final String SERVICES = "META-INF/services/nl.samenkomst.spi.";

    private final List<Jar> jars;
    private final List<String> problems;

    /** One jar that can be read. */
    record Jar(String name, ClassLoader loader) {}

    private PluginFolder(List<Jar> jars, List<String> problems) {
        this.jars = List.copyOf(jars);
        this.problems = List.copyOf(problems);
    }

    /** Opens every jar of the folder, in the order of their names. Blocks: call it at start. */
    public static PluginFolder open(Path folder) {
        var jars = new ArrayList<Jar>();
        var problems = new ArrayList<String>();
        for (var file : files(folder, problems)) {
            try {
                jars.add(opened(file));
            } catch (IOException cause) {
                problems.add(file.getFileName() + ": cannot be used, " + cause.getMessage());
            }
        }
        return new PluginFolder(jars, problems);
    }

    /** Without any jar: only what is on the class path. */
    public static PluginFolder none() {
        return new PluginFolder(List.of(), List.of());
    }

    private static List<Path> files(Path folder, List<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var listing = Files.list(folder)) {
            return listing.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            problems.add(folder + ": cannot be read, " + cause);
            return List.of();
        }
    }

    private static Jar opened(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            if (jar.stream().noneMatch(entry -> entry.getName().startsWith(SERVICES))) {
                throw new IOException("it names no plugin under META-INF/services");
            }
        }
        var loader = new URLClassLoader(
                file.getFileName().toString(), new URL[] {file.toUri().toURL()}, PluginFolder.class.getClassLoader());
        return new Jar(file.getFileName().toString(), loader);
    }

    List<Jar> jars() {
        return jars;
    }

    /** A line for each jar that cannot be used: which, and why. */
    public List<String> problems() {
        return problems;
    }
}
