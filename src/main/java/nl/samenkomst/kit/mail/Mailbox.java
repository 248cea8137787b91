package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;

/** The mailbox where answers arrive, by IMAP (RFC 9051). */
public final class Mailbox {

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
        return ImapBox.session(url);
    }
}
