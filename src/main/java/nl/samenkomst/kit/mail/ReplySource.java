package nl.samenkomst.kit.mail;

import io.vertx.core.Future;

/** Where mail with answers to our letters comes from. */
public interface ReplySource {

    /**
     * What became of a mail.
     *
     * @param readable whether it could be read; one that could not is set aside
     * @param outcome what it led to, as a code that pages have words for
     */
    record Receipt(boolean readable, String outcome) {}

    /** Takes one mail. When the Future succeeds, whatever it led to is in the database; the same mail once more changes nothing. */
    @FunctionalInterface
    interface Receiver {
        Future<Receipt> take(byte[] source);
    }

    /** Begins to hand over what there is and what comes. */
    void open(Receiver receiver);

    /** Hands over nothing more; ends when what was handed over is done. */
    Future<Void> close();
}
