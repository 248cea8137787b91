package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import java.util.List;

/** Where mail with answers to our letters comes from. */
public interface ReplySource {

    /**
     * What became of a mail.
     *
     * @param readable whether it could be read; one that could not is set aside
     * @param outcome what it led to, as a code that pages have words for
     */
    record Receipt(boolean readable, String outcome) {}

    /** Takes mails. When the Future succeeds, whatever they led to is in the database; the same mail once more changes nothing. */
    @FunctionalInterface
    interface Receiver {

        /** In this order; as many receipts as mails. */
        Future<List<Receipt>> take(List<byte[]> sources);

        default Future<Receipt> take(byte[] source) {
            return take(List.of(source)).map(receipts -> receipts.get(0));
        }
    }

    /** Begins to hand over what there is and what comes. */
    void open(Receiver receiver);

    /** Hands over nothing more; ends when what was handed over is done. */
    Future<Void> close();
}
