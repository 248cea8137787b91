package nl.samenkomst.kit.db;

/** The database cannot be had; the message is for the operator and says what to do. */
public final class DatabaseProblem extends RuntimeException {

    DatabaseProblem(String message) {
        super(message);
    }

    DatabaseProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
