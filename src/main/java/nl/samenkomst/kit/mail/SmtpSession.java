package nl.samenkomst.kit.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** The mail library, set up for one server: whose certificate is believed, and how long we wait. */
final class SmtpSession {

    static {
        // Else the library searches every jar for its own helper, a dozen times for each letter.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private SmtpSession() {}

    static Session to(SmtpUrl url, Smtp.Patience patience, DeadlineSockets sockets) {
        var protocol = url.security() == SmtpUrl.Security.TLS ? "smtps" : "smtp";
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", url.host());
        properties.setProperty(prefix + "port", Integer.toString(url.port()));
        properties.setProperty(
                prefix + "connectiontimeout", millis(patience.connect().toMillis()));
        properties.setProperty(prefix + "timeout", millis(patience.answer().toMillis()));
        properties.setProperty(prefix + "writetimeout", millis(patience.answer().toMillis()));
        // Without STARTTLS a server on the way could strip the offer and read along; so it is required or not asked
        // for.
        var starttls = Boolean.toString(url.security() == SmtpUrl.Security.STARTTLS);
        properties.setProperty(prefix + "starttls.enable", starttls);
        properties.setProperty(prefix + "starttls.required", starttls);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "socketFactory", sockets);
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        url.user().ifPresent(user -> properties.setProperty(prefix + "user", user));
        properties.setProperty(prefix + "auth", Boolean.toString(url.password().isPresent()));
        return Session.getInstance(properties, key(url));
    }

    private static Authenticator key(SmtpUrl url) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        url.user().orElse(""), url.password().orElse(""));
            }
        };
    }

    private static String millis(long length) {
        return Long.toString(length);
    }
}
