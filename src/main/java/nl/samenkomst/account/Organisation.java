package nl.samenkomst.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        long version) {

    public Organisation {
        languages = List.copyOf(languages);
    }
}
