package nl.samenkomst.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.Sender;

/**
 * Who brings people together: its staff plan, its name stands on pages and mails.
 *
 * @param languages tags, its own first
 * @param accent six lower-case hexadecimal digits
 */
public record Organisation(
        UUID id,
        String slug,
        String name,
        List<String> languages,
        String accent,
        Optional<Contact> contact,
        Manner manner,
        long version) {

    /**
     * How it shows itself.
     *
     * @param sender the name its letters are from, where it is not the organisation's
     * @param replyTo the address that answers to letters without an invitation go to
     * @param embedders the sites that may show its pages, as origins such as {@code https://example.org}
     */
    public record Manner(
            Optional<String> sender, Optional<String> replyTo, List<String> embedders, Optional<Logo> logo) {

        /** What nobody chose otherwise. */
        public static final Manner USUAL = new Manner(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

        public Manner {
            embedders = List.copyOf(embedders);
        }
    }

    /**
     * The logo, as pages need to know it.
     *
     * @param digest tells its bytes from any other's
     * @param width in pixels
     */
    public record Logo(String digest, int width, int height) {}

    public Organisation {
        languages = List.copyOf(languages);
    }

    /** One that shows itself in the usual manner. */
    public Organisation(
            UUID id,
            String slug,
            String name,
            List<String> languages,
            String accent,
            Optional<Contact> contact,
            long version) {
        this(id, slug, name, languages, accent, contact, Manner.USUAL, version);
    }

    /** Who its letters are from: the installation's address under this organisation's name. */
    public Sender sender(Sender house) {
        var shown = manner.sender().orElse(name);
        return shown.isEmpty() ? house : house.named(shown);
    }

    /** The letter with the address that this organisation wants answers at; for letters that no calendar answers. */
    public Letter signed(Letter letter) {
        return manner.replyTo()
                .map(address -> letter.answeredTo(new Sender(manner.sender().orElse(name), address)))
                .orElse(letter);
    }
}
