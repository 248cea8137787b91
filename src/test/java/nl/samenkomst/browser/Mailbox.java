package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.eventually;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.kit.web.Visitor;

/** The caught mail, as {@code /dev/mail} lists it, newest first. */
record Mailbox(Visitor visitor) {

    /** The id of the newest mail to this address whose subject begins so, once it is there. */
    String newest(String address, String subject) {
        eventually(() -> find(address, subject).isPresent());
        return find(address, subject).orElseThrow();
    }

    private Optional<String> find(String address, String subject) {
        var line = Pattern.compile("<bdi dir=\"ltr\">[^<]*" + Pattern.quote(address)
                + "[^<]*</bdi></p><h3><a href=\"/dev/mail/([^\"?]+)[^>]*>" + Pattern.quote(subject));
        var found =
                line.matcher(visitor.get("/dev/mail", "Accept-Language", "nl").body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
