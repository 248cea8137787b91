package nl.samenkomst;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/**
 * One thing the doctor looks at.
 *
 * @param finds says what is well, or throws what is not
 */
record Check(String name, Callable<String> finds) {

    private static final String LINE = "%-9s %-6s %s";

    /** What was found, and what to do where it is not well. */
    record Finding(boolean well, String words) {

        String line(String name) {
            return LINE.formatted(name, well ? "ok" : "FAILS", words.replaceAll("\\s+", " "));
        }
    }

    /** Something that the operator can mend. */
    static final class Ailment extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Ailment(String message) {
            super(message);
        }
    }

    /** One check that fails does not keep the others from being made. */
    Finding look() {
        try {
            return new Finding(true, finds.call());
        } catch (CompletionException wrapped) {
            return new Finding(
                    false, words(Optional.ofNullable(wrapped.getCause()).orElse(wrapped)));
        } catch (Exception failure) {
            return new Finding(false, words(failure));
        }
    }

    private static String words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }
}
