package nl.samenkomst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.kit.db.TestClassPath;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The process itself: what it prints, and how it ends. */
@Timeout(90)
class StoppingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    @Test
    void itSaysWhereToLookInTenLinesAndEndsInTimeWhenToldTo() throws Exception {
        var process = started(Map.of());
        try {
            assertThat(saidUntil(process, "to stop:"))
                    .hasSizeLessThanOrEqualTo(10)
                    .anyMatch(line -> line.contains("is open: http://localhost:8080"));

            process.destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isIn(0, 143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortInUseIsOneClearLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var process = started(Map.of("SAMENKOMST_PORT", Integer.toString(taken.getLocalPort())));
            try {
                assertThat(saidUntil(process, "(the end)"))
                        .singleElement()
                        .asString()
                        .contains("SAMENKOMST_PORT");
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(1);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process started(Map<String, String> further) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                TestClassPath.text(),
                Main.class.getName());
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(InstallationSettings.on(database.url(), folder));
        builder.environment().putAll(further);
        return builder.start();
    }

    /** Its lines on stderr, up to one that says this or to the last; the test's own deadline ends a process that hangs. */
    private static List<String> saidUntil(Process process, String last) throws IOException {
        var lines = new ArrayList<String>();
        var reader = process.errorReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.contains(last)) {
                return lines;
            }
        }
        return lines;
    }
}
