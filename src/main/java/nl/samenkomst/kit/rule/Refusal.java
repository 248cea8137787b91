package nl.samenkomst.kit.rule;

import java.util.List;
import java.util.Objects;

/** A wish that cannot be granted, and the words that say why and what to do. Carries no stack trace: it is an answer. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String text;
    private final transient List<Object> values;
    private final transient List<Fault> faults;
    private final int retryAfter;

    private Refusal(int status, String type, String text, List<Object> values, List<Fault> faults, int retryAfter) {
        super(status + " " + type, null, false, false);
        this.status = status;
        this.type = Objects.requireNonNull(type);
        this.text = Objects.requireNonNull(text);
        this.values = List.copyOf(values);
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /**
     * A refusal without a field to blame.
     *
     * @param status the HTTP status, 4xx or 5xx
     * @param type the last part of the problem's type (RFC 9457), such as {@code full}
     * @param text a key of the word bundles
     */
    public static Refusal of(int status, String type, String text, Object... values) {
        return new Refusal(status, type, text, List.of(values), List.of(), 0);
    }

    /** 422: these fields need another look. */
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(422, "invalid", "error.invalid", List.of(faults.size()), faults, 0);
    }

    public static Refusal invalid(String field, String text, Object... values) {
        return invalid(List.of(Fault.of(field, text, values)));
    }

    /** 409: another has this already. */
    public static Refusal taken(String field, String text, Object... values) {
        return new Refusal(409, "taken", text, List.of(values), List.of(Fault.of(field, text, values)), 0);
    }

    /** The same refusal, with the seconds after which another try makes sense (Retry-After, RFC 9110 section 10.2.3). */
    public Refusal retryAfter(int seconds) {
        return new Refusal(status, type, text, values, faults, seconds);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String text() {
        return text;
    }

    public List<Object> values() {
        return values;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Seconds, or 0 where none are given. */
    public int retryAfter() {
        return retryAfter;
    }
}
