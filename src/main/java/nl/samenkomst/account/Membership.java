package nl.samenkomst.account;

/** What an account may do in one organisation. */
public record Membership(Organisation organisation, Role role) {}
