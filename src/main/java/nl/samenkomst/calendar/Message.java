package nl.samenkomst.calendar;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A mail that came in, read.
 *
 * @param hash by which the same message is known again
 * @param source by which way it came: {@code imap} or {@code caught}
 */
record Message(Buffer hash, String source, Heard heard) {

    static Message read(byte[] bytes, String source) {
        return new Message(hash(bytes), source, ReplyReader.read(bytes));
    }

    static Message unreadable(byte[] bytes, String source, String why) {
        return new Message(hash(bytes), source, new Heard.Unreadable(why));
    }

    Optional<Heard.Answer> answer() {
        return heard instanceof Heard.Answer answer ? Optional.of(answer) : Optional.empty();
    }

    /** Over the Message-ID and the body: what servers on the way wrote on top makes no other message of it. */
    private static Buffer hash(byte[] source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            int body = MessageHead.end(source);
            digest.update(MessageHead.messageId(source, body));
            digest.update(source, body, source.length - body);
            return Buffer.buffer(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("this Java has no SHA-256", never);
        }
    }
}
