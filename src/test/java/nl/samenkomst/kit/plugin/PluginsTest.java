package nl.samenkomst.kit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.samenkomst.event.Formats;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.spi.EventFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {

    @TempDir
    Path folder;

    @Test
    void fourFormatsComeWithTheHouse() {
        var formats = Formats.load(PluginFolder.none());

        assertThat(formats.all().stream().map(EventFormat::id))
                .containsExactly("webinar", "bootcamp", "wijktafel", "stuurgroep");
        assertThat(formats.problems()).isEmpty();
        assertThat(Providers.load(PluginFolder.none()).find("link")).isPresent();
    }

    @Test
    void aJarInTheFolderAddsAFifth() {
        walk("walk.jar", "walk");

        var formats = Formats.load(PluginFolder.open(folder));

        assertThat(formats.problems()).isEmpty();
        assertThat(formats.all()).hasSize(5);
        assertThat(formats.find("walk").orElseThrow().name(Locale.ENGLISH)).isEqualTo("Buurtwandeling");
    }

    @Test
    void aFileThatIsNoJarIsNamedAndTheOthersLoad() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "this is no jar");
        walk("walk.jar", "walk");

        var opened = PluginFolder.open(folder);

        assertThat(opened.problems()).singleElement().asString().startsWith("broken.jar: ");
        assertThat(Formats.load(opened).find("walk")).isPresent();
    }

    @Test
    void anIdThatIsTakenIsNamedAndTheFirstStays() {
        walk("a.jar", "wijktafel");
        walk("b.jar", "walk");
        walk("c.jar", "walk");

        var formats = Formats.load(PluginFolder.open(folder));

        assertThat(formats.problems()).hasSize(2);
        assertThat(formats.problems().get(0)).startsWith("a.jar: example.Walk").contains("wijktafel", "class path");
        assertThat(formats.problems().get(1)).startsWith("c.jar: ").contains("walk", "b.jar");
        assertThat(formats.find("wijktafel").orElseThrow().name(Locale.ENGLISH)).isEqualTo("Wijktafel");
    }

    @Test
    void aClassThatThrowsOrIsNotThereIsNamedAndTheOthersLoad() throws IOException {
        var throwing = PluginJar.formatSource("Walk", "walk", "x")
                .replace(
                        "public String id()",
                        "{ if (true) throw new IllegalStateException(\"no map\"); } public String id()");
        PluginJar.build(folder.resolve("a.jar"), EventFormat.class, "example.Walk", throwing);
        PluginJar.build(
                folder.resolve("b.jar"),
                EventFormat.class,
                "example.Walk",
                PluginJar.formatSource("Walk", "Not An Id", "x"));
        walk("c.jar", "walk");

        var formats = Formats.load(PluginFolder.open(folder));

        assertThat(formats.problems()).hasSize(2);
        assertThat(formats.problems().get(0)).contains("a.jar", "example.Walk", "no map");
        assertThat(formats.problems().get(1)).contains("b.jar", "Not An Id");
        assertThat(formats.find("walk")).isPresent();
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        var opened = PluginFolder.open(folder.resolve("nowhere"));

        assertThat(opened.problems()).isEqualTo(List.of());
        assertThat(Formats.load(opened).all()).hasSize(4);
    }

    private void walk(String jar, String id) {
        PluginJar.build(
                folder.resolve(jar),
                EventFormat.class,
                "example.Walk",
                PluginJar.formatSource("Walk", id, "Buurtwandeling"));
    }
}
