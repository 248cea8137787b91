package nl.samenkomst.kit.web;

/** Ends a visit at its rule by an answer of the rule's own, such as a page that says whom to ask. */
public final class Answered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    public Answered(Reply reply) {
        super("answered " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
