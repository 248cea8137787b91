package nl.samenkomst.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;

/** A mailbox full of what calendars answer, on an IMAP server in this JVM. */
final class AnswerBox implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    private AnswerBox() {}

    /** @param invited UID and address of each who accepts */
    static AnswerBox of(List<String> invited) {
        var box = new AnswerBox();
        box.server.start();
        var reader = box.server.setUser("reader@bench.example", "reader", "secret");
        for (var one : invited) {
            var words = one.split(" ");
            reader.deliver(accepted(words[0], words[1]));
        }
        return box;
    }

    String url() {
        return "imap://reader:secret@127.0.0.1:" + server.getImap().getPort() + "/INBOX";
    }

    private static MimeMessage accepted(String uid, String address) {
        var source = "From: " + address + "\r\nTo: noreply@localhost\r\nMessage-ID: <" + uid + ".answer>\r\n"
                + "Subject: Accepted\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI come.\r\n"
                + "--b\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
                + "BEGIN:VCALENDAR\r\nPRODID:-//Bench//Bench//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:"
                + uid + "\r\nSEQUENCE:0\r\nDTSTAMP:20261122T080000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:" + address
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n";
        try {
            return new MimeMessage(null, new ByteArrayInputStream(source.getBytes(UTF_8)));
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
