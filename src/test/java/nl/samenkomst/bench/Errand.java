package nl.samenkomst.bench;

import io.vertx.core.buffer.Buffer;

/** What one client does again and again: it asks, hears the answer, and asks what follows. */
interface Errand {

    /** The next request (RFC 9112), whole. */
    Buffer ask();

    /**
     * Hears the answer to it.
     *
     * @param body what came after the head; its bytes are only good during the call
     * @return whether this was the last answer of the errand, so that it counts as one done
     * @throws WrongAnswer when it is another than there should be
     */
    boolean hear(int status, Buffer body);

    /** An answer other than expected: the measurement is worth nothing. */
    final class WrongAnswer extends RuntimeException {

        private static final long serialVersionUID = 1;
        private static final int SHOWN = 400;

        WrongAnswer(int status, Buffer body) {
            super(status + " " + body.getString(0, Math.min(SHOWN, body.length())));
        }
    }
}
