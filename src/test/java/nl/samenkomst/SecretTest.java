package nl.samenkomst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    Path data;

    @Test
    void isMadeOnceAndForOurOwnUserAlone() throws IOException {
        var first = Secret.keptIn(data);
        var second = Secret.keptIn(data);

        assertThat(second.bytes()).isEqualTo(first.bytes()).hasSizeGreaterThan(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret"))))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining("glob:**.new");
    }
}
