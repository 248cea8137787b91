package nl.samenkomst;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.db.TestClassPath;

/** The whole installation in a Java process of its own, with little memory, that reads a mailbox. */
final class SmallReader implements AutoCloseable {

    private final Process process;

    private SmallReader(Process process) {
        this.process = process;
    }

    /** @param megabytes the heap it has to do with */
    static SmallReader start(int megabytes, DatabaseUrl url, Path data, int smtp, int imap) throws IOException {
        var password = url.password().map(word -> ":" + word).orElse("");
        return new SmallReader(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        TestClassPath.text(),
                        SmallReader.class.getName(),
                        "postgresql://" + url.user() + password + "@" + url.host() + ":" + url.port() + "/"
                                + url.name(),
                        data.toString(),
                        Integer.toString(smtp),
                        Integer.toString(imap))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the reader cannot be ended");
        }
    }

    /** The other process itself; it ends with its input. */
    public static void main(String[] arguments) throws IOException {
        try (var house = OpenHouse.on(
                DatabaseUrl.parse(arguments[0]),
                Path.of(arguments[1]),
                Map.of(
                        "SAMENKOMST_SMTP_URL",
                        "smtp://127.0.0.1:" + arguments[2] + "?tls=off",
                        "SAMENKOMST_IMAP_URL",
                        "imap://reader:secret@127.0.0.1:" + arguments[3] + "/INBOX",
                        "SAMENKOMST_MAIL_FROM",
                        "Elaa <aanmelden@elaa.example>"))) {
            System.in.readAllBytes();
        }
    }
}
