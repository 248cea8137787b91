package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;

/** The mailbox where answers arrive, by IMAP (RFC 9051). */
public final class Mailbox {

    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "30000";

    private final Vertx vertx;
    private final ImapUrl url;

    public Mailbox(Vertx vertx, ImapUrl url) {
        this.vertx = vertx;
        this.url = url;
    }

    /** Whether the server lets us in and has the folder; fails with its words. */
    public Future<Void> reachable() {
        return vertx.executeBlocking(
                () -> {
                    look();
                    return null;
                },
                false);
    }

    private void look() throws MessagingException {
        try (var store = session().getStore()) {
            store.connect(url.host(), url.port(), url.user(), url.password());
            try (var folder = store.getFolder(url.folder())) {
                folder.open(Folder.READ_ONLY);
            }
        }
    }

    private Session session() {
        var protocol = url.tls() ? "imaps" : "imap";
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.setProperty("mail.store.protocol", protocol);
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MS);
        properties.setProperty(prefix + "timeout", ANSWER_MS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }
}
