package nl.samenkomst.kit.mail;

import io.vertx.core.buffer.Buffer;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A mailbox that is open (RFC 9051): what lies in it, and two folders beside it for what was dealt with. Every method blocks. */
final class ImapBox implements AutoCloseable {

    static final String HANDLED = "Handled";
    static final String UNREADABLE = "Unreadable";

    /** What a mail may weigh that is fetched at all. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final int PART = 200;
    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "30000";

    private final Store store;
    private final IMAPFolder inbox;
    private final Folder handled;
    private final Folder unreadable;
    private int left;

    /**
     * A mail in the box.
     *
     * @param source as it came over the line; empty where it is too large to fetch
     */
    record Found(long uid, Buffer source) {}

    private ImapBox(Store store, IMAPFolder inbox, Folder handled, Folder unreadable) {
        this.store = store;
        this.inbox = inbox;
        this.handled = handled;
        this.unreadable = unreadable;
    }

    static ImapBox open(ImapUrl url) throws MessagingException {
        var store = session(url).getStore();
        try {
            store.connect(url.host(), url.port(), url.user(), url.password());
            var inbox = (IMAPFolder) store.getFolder(url.folder());
            inbox.open(Folder.READ_WRITE);
            return new ImapBox(store, inbox, made(store, HANDLED), made(store, UNREADABLE));
        } catch (MessagingException | RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    static Session session(ImapUrl url) {
        var protocol = url.tls() ? "imaps" : "imap";
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.setProperty("mail.store.protocol", protocol);
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MS);
        properties.setProperty(prefix + "timeout", ANSWER_MS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "partialfetch", "false");
        return Session.getInstance(properties);
    }

    /** Some servers keep folders of one's own beneath the inbox: then so do we. */
    private static Folder made(Store store, String name) throws MessagingException {
        var folder = store.getFolder(name);
        if (folder.exists() || folder.create(Folder.HOLDS_MESSAGES)) {
            return folder;
        }
        var inbox = store.getFolder("INBOX");
        var beneath = store.getFolder("INBOX" + inbox.getSeparator() + name);
        if (!beneath.exists() && !beneath.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("the folder " + name + " cannot be made");
        }
        return beneath;
    }

    /**
     * The oldest mails in the box, so many at most, and no more than memory easily holds; those that somebody deleted are not in it.
     * A few commands for all of them, as each is a journey to the server and back.
     */
    List<Found> oldest(int most) throws MessagingException, IOException {
        nudge();
        int count = inbox.getMessageCount();
        var first = undeleted(count, most);
        left = first.length == 0 ? count : 0;
        inbox.fetch(first, asking(FetchProfile.Item.SIZE, UIDFolder.FetchProfileItem.UID));
        var fits = fitting(first);
        var light = Arrays.stream(fits).filter(ImapBox::light).toArray(Message[]::new);
        inbox.fetch(light, asking(IMAPFolder.FetchProfileItem.MESSAGE));
        var found = new ArrayList<Found>();
        for (var message : fits) {
            found.add(new Found(inbox.getUID(message), source(message)));
        }
        return found;
    }

    /**
     * Looked for in part after part: the answer about a whole mailbox may be longer than what we came for. What was put away keeps its
     * number as long as we are in the box.
     */
    private Message[] undeleted(int count, int most) throws MessagingException {
        for (int from = 1; from <= count; from += PART) {
            var part = Arrays.stream(inbox.getMessages(from, Math.min(count, from + PART - 1)))
                    .filter(one -> !one.isExpunged())
                    .toArray(Message[]::new);
            var there =
                    part.length == 0 ? part : inbox.search(new FlagTerm(new Flags(Flags.Flag.DELETED), false), part);
            if (there.length > 0) {
                return Arrays.copyOf(there, Math.min(most, there.length));
            }
        }
        return new Message[0];
    }

    private static FetchProfile asking(FetchProfile.Item... items) {
        var profile = new FetchProfile();
        Arrays.stream(items).forEach(profile::add);
        return profile;
    }

    private static Message[] fitting(Message... messages) throws MessagingException {
        long bytes = 0;
        int number = 0;
        while (number < messages.length && (number == 0 || bytes + messages[number].getSize() <= LARGEST)) {
            bytes += Math.min(messages[number].getSize(), LARGEST);
            number++;
        }
        return Arrays.copyOf(messages, number);
    }

    private static boolean light(Message message) {
        try {
            return message.getSize() <= LARGEST;
        } catch (MessagingException unknown) {
            return false;
        }
    }

    private static Buffer source(Message message) throws MessagingException, IOException {
        if (message.getSize() > LARGEST) {
            return Buffer.buffer();
        }
        var bytes = new Bounded();
        message.writeTo(bytes);
        return Buffer.buffer(bytes.whole());
    }

    /** Puts these away, into one folder or the other; what is gone already is left alone. */
    void putAway(List<Long> uids, boolean readable) throws MessagingException {
        var messages =
                inbox.getMessagesByUID(uids.stream().mapToLong(Long::longValue).toArray());
        var there = Arrays.stream(messages).filter(one -> one != null).toArray(Message[]::new);
        if (there.length == 0) {
            return;
        }
        var folder = readable ? handled : unreadable;
        if (((IMAPStore) store).hasCapability("MOVE")) {
            inbox.moveMessages(there, folder);
        } else {
            inbox.copyMessages(there, folder);
            inbox.setFlags(there, new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();
        }
    }

    /** Whether the server tells by itself what comes (IDLE, RFC 2177). */
    boolean tells() throws MessagingException {
        return ((IMAPStore) store).hasCapability("IDLE");
    }

    /** Returns once the server tells of news, or {@link #nudge} was called from elsewhere. */
    void await() throws MessagingException {
        inbox.idle(true);
    }

    /** Ends the waiting, and feels whether the server is still there. */
    void nudge() throws MessagingException {
        inbox.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    /** Whether there is more in the box than what is of no interest, as the server says now. */
    boolean holds() throws MessagingException {
        nudge();
        return inbox.getMessageCount() > left;
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (inbox.isOpen()) {
                inbox.forceClose();
            }
        } finally {
            store.close();
        }
    }

    /** A stream that gives up where a mail turns out larger than it said. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        private boolean over;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int from, int length) {
            over |= bytes.size() + length > LARGEST;
            if (!over) {
                bytes.write(source, from, length);
            }
        }

        byte[] whole() {
            return over ? new byte[0] : bytes.toByteArray();
        }
    }
}
