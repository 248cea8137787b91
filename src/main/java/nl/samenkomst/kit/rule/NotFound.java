package nl.samenkomst.kit.rule;

/** Nothing here for this visitor: absent, a draft, or another organisation's. All three look alike. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what names the kind of thing for the log, never its contents */
    public NotFound(String what) {
        super(what, null, false, false);
    }
}
