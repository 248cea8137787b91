package nl.samenkomst.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody of an organisation's staff, as an owner sees them.
 *
 * @param signedInAt when they came in last; empty for who never did
 * @param invited whether they have no password yet
 * @param elsewhere whether they belong to another organisation too
 */
record Colleague(
        UUID id,
        String email,
        String name,
        Role role,
        Optional<Instant> signedInAt,
        boolean invited,
        boolean disabled,
        boolean elsewhere) {}
