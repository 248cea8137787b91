package nl.samenkomst.kit.web;

/** What was asked for has its answer on another page of ours first, such as the sign-in: 303, for a rule to throw. */
public final class Elsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path of our own, with its query */
    public Elsewhere(String path) {
        super("elsewhere", null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
