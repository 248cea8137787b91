package nl.samenkomst.kit.web;

import java.util.Arrays;
import nl.samenkomst.kit.rule.Refusal;

/** Guards a write against what another wrote meanwhile (RFC 9110 section 13.1.1): the ETag is the thing's own version. */
public final class IfMatch {

    private IfMatch() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** 412 where a form was made on another version than this, which stands in its field {@code version}. */
    public static void typed(Visit visit, long version) {
        if (!visit.body().text("version").equals(java.util.Optional.of(Long.toString(version)))) {
            throw Refusal.of(412, "stale", "error.412");
        }
    }

    /** 428 where the visit says no version at all, 412 where it says another than this; {@code *} fits every version. */
    public static void check(Visit visit, long version) {
        var header = visit.header("If-Match").orElseThrow(() -> Refusal.of(428, "precondition-required", "error.428"));
        var fits = Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag(version)));
        if (!fits) {
            throw Refusal.of(412, "stale", "error.412");
        }
    }
}
