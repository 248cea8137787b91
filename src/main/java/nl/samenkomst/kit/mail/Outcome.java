package nl.samenkomst.kit.mail;

/** What came of handing a letter to the mail server. */
sealed interface Outcome {

    /** The server took it over. */
    record Sent() implements Outcome {}

    /** The server will never take it (a 5xx reply, RFC 5321, section 4.2.1), in its words. */
    record Refused(String words) implements Outcome {}

    /** Not now: a 4xx reply, or no whole conversation; {@code unreachable} when the server itself seems to be away. */
    record Later(String words, boolean unreachable) implements Outcome {}
}
