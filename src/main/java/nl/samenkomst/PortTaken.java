package nl.samenkomst;

import java.net.BindException;

/** A port that we cannot listen on, in words for the operator. */
final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PortTaken(String message, Throwable cause) {
        super(message, cause);
    }

    /** This failure, said in terms of the setting where the port is to blame. */
    static Throwable or(Throwable failure, String setting, int port) {
        return failure instanceof BindException || failure.getCause() instanceof BindException
                ? new PortTaken(
                        "cannot listen on port " + port + " (" + failure.getMessage() + "): stop what uses it, or set "
                                + setting + " to another port",
                        failure)
                : failure;
    }
}
