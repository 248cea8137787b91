package nl.samenkomst.quote;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;

/**
 * Somebody gives their words.
 *
 * @param registration of who gives them; empty by the room's code
 * @param address where the author is written to
 * @param typed whether that address was typed just now, so that nobody knows whose it is
 * @param request tells this sending of the form from every other
 */
record Giving(
        UUID id,
        UUID organisation,
        UUID event,
        Optional<UUID> registration,
        Optional<EmailAddress> address,
        boolean typed,
        String request,
        Said said) {

    /** What was said, how and where it may stand. */
    record Said(String words, Byline byline, Set<Scope> scopes, String language) {

        Said {
            scopes = Set.copyOf(scopes);
        }
    }
}
