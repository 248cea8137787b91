package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebrootTest {

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void fill() throws IOException {
        root = Files.createDirectories(folder.resolve("webroot"));
        Files.createDirectories(root.resolve("css"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("css/own.css"), "body{}");
        Files.createSymbolicLink(root.resolve("css/link.txt"), folder.resolve("secret.txt"));
    }

    @Test
    void theWorkingFolderWinsAndTheJarHasTheRest() throws IOException {
        Files.writeString(root.resolve("css/samenkomst.css"), "mine{}");
        var webroot = new Webroot(root);

        assertThat(webroot.find("css/samenkomst.css").orElseThrow().plain().toString())
                .isEqualTo("mine{}");
        assertThat(webroot.find("js/samenkomst.js")).isPresent();
    }

    @Test
    void anEditedFileIsSeenAtOnceUnderANewAddress() throws IOException {
        var assets = new Assets(new Webroot(root));
        var before = assets.versioned("css/own.css");

        Files.writeString(root.resolve("css/own.css"), "html{}");
        Files.setLastModifiedTime(
                root.resolve("css/own.css"), FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(assets.versioned("css/own.css"))
                .startsWith("/css/own.css?v=")
                .isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "css/../../secret.txt",
                "css/link.txt",
                "css",
                "css/",
                "/etc/passwd",
                "css//own.css",
                "css/.hidden.css",
                "css\\own.css",
                "css/own.css\0",
                ""
            })
    void nothingElseCanBeReached(String name) {
        assertThat(new Webroot(root).find(name)).isEmpty();
    }
}
