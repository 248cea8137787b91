package nl.samenkomst.kit.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server for those who have none yet: it takes every letter, keeps it in a folder and sends nothing on. */
public final class Catcher {

    private static final Logger LOG = LoggerFactory.getLogger(Catcher.class);
    private static final int LARGEST = 10 * 1024 * 1024;

    private final SMTPServer server;
    private final CaughtFolder folder;

    private Catcher(SMTPServer server, CaughtFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Listens on loopback, on a free port; the mail lies in {@code <data>/mail}. Blocks for a moment. */
    public static Catcher start(Path data, Clock clock) {
        var folder = new CaughtFolder(data.resolve("mail"), clock);
        var server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(LARGEST)
                .messageHandler((context, from, to, source) -> keep(folder, source))
                .build();
        server.start();
        return new Catcher(server, folder);
    }

    /** Where letters are to be sent to be caught. */
    public SmtpUrl url() {
        return SmtpUrl.local(server.getPortAllocated());
    }

    /** One of the letters that were caught. Blocks for a moment. */
    public Optional<CaughtMail> find(String id) {
        return folder.find(id);
    }

    CaughtFolder folder() {
        return folder;
    }

    /** Takes no more letters. Blocks for a moment. */
    public void stop() {
        server.stop();
    }

    private static void keep(CaughtFolder folder, byte[] source) throws RejectException {
        try {
            folder.keep(source);
        } catch (IOException full) {
            LOG.error("a caught mail cannot be kept", full);
            throw new RejectException(452, "no room for this mail");
        }
    }
}
