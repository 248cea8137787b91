package nl.samenkomst.account;

import java.util.Optional;

/**
 * Whom to call.
 *
 * @param role what they are to the reader
 * @param hours when the phone is answered
 */
public record Contact(
        String name, String email, Optional<String> phone, Optional<String> role, Optional<String> hours) {}
