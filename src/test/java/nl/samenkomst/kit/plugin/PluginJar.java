package nl.samenkomst.kit.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import nl.samenkomst.spi.EventFormat;

/** Builds a plugin jar from source, as a stranger would who has only the spi. */
public final class PluginJar {

    private PluginJar() {}

    /**
     * Compiles one class and packs it, named as a plugin of the type.
     *
     * @param name the class's full name
     */
    public static void build(Path jar, Class<?> type, String name, String source) {
        try {
            var classes = Files.createTempDirectory(jar.getParent(), "classes");
            compile(classes, name, source);
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                entry(out, "META-INF/services/" + type.getName(), name.getBytes(StandardCharsets.UTF_8));
                var path = name.replace('.', '/') + ".class";
                entry(out, path, Files.readAllBytes(classes.resolve(path)));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A format whose id, and whose words in every language, are these. */
    public static String formatSource(String className, String id, String word) {
        return """
                package example;

                import java.util.List;
                import java.util.Locale;
                import nl.samenkomst.spi.EventFormat;
                import nl.samenkomst.spi.Gathering;

                public final class %s implements EventFormat {
                    public String id() { return "%s"; }
                    public String name(Locale locale) { return "%s"; }
                    public String plural(Locale locale) { return "%s"; }
                    public List<Gathering> gatherings() { return List.of(Gathering.ON_SITE); }
                }
                """.formatted(className, id, word, word);
    }

    private static void compile(Path classes, String name, String source) {
        var file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return source;
                    }
                };
        var options = List.of("-proc:none", "-d", classes.toString(), "-classpath", spi());
        var done = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(file))
                .call();
        if (!done) {
            throw new IllegalStateException(name + " does not compile");
        }
    }

    private static String spi() {
        try {
            return Path.of(EventFormat.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static void entry(JarOutputStream out, String path, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(path));
        out.write(bytes);
        out.closeEntry();
    }
}
