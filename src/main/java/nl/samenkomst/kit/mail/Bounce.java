package nl.samenkomst.kit.mail;

/**
 * News that a letter of ours was not delivered (RFC 3464).
 *
 * @param words what the other server said, in one short line
 */
public record Bounce(String words) {}
