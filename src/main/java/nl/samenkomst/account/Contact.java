package nl.samenkomst.account;

import java.util.Optional;

/** Whom to call. @param role what they are to the reader, may be empty; @param hours when the phone is answered, may be empty */
public record Contact(
        String name, String email, Optional<String> phone, Optional<String> role, Optional<String> hours) {}
