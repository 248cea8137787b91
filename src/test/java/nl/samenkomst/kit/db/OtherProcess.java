package nl.samenkomst.kit.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A second Java process that has the embedded database of a folder open, as a sub-command beside the server has. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private OtherProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; it has the database open when this returns. */
    static OtherProcess opening(Path data) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        TestClassPath.text(),
                        OtherProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
        if (said == null) {
            throw new AssertionError("the other process could not open the database");
        }
        return new OtherProcess(process, Integer.parseInt(said));
    }

    int port() {
        return port;
    }

    /** Lets it close the database and end. */
    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("the other process did not end well");
        }
    }

    /** {@code kill -9}: it closes nothing. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the other process cannot be killed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** The other process itself: opens, tells the port, and closes when its input ends. */
    public static void main(String[] arguments) throws IOException {
        try (var postgres = EmbeddedPostgres.open(Path.of(arguments[0]), TestServer.DURABLE, message -> {})) {
            System.out.println(postgres.url().port());
            System.in.readAllBytes();
        }
    }
}
