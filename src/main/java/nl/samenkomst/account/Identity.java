package nl.samenkomst.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Who a session or token belongs to, before it is known for which organisation they ask.
 *
 * @param memberships by the organisations' names
 */
record Identity(Account account, List<Membership> memberships, Caller.Proof proof) {

    Identity {
        memberships = List.copyOf(memberships);
    }

    Optional<Caller> in(UUID organisation) {
        return where(membership -> membership.organisation().id().equals(organisation));
    }

    Optional<Caller> in(String slug) {
        return where(membership -> membership.organisation().slug().equals(slug));
    }

    Caller first() {
        return as(memberships.get(0));
    }

    private Optional<Caller> where(Predicate<Membership> fits) {
        return memberships.stream().filter(fits).findFirst().map(this::as);
    }

    private Caller as(Membership membership) {
        return new Caller(account, membership.organisation(), membership.role(), proof);
    }
}
