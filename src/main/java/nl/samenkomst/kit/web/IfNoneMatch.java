package nl.samenkomst.kit.web;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Spares whoever has the answer already from getting it again: 304, by a strong ETag (RFC 9110 sections 8.8.3 and 13.1.2). */
public final class IfNoneMatch {

    private static final int TAG_BYTES = 16;

    private IfNoneMatch() {}

    /** The tag of these very bytes. */
    public static String etag(Buffer body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("this Java has no SHA-256", cause);
        }
    }

    /** The answer, or, for who has it already, just that nothing changed; what else its headers say stays. */
    public static Reply answer(Visit visit, Reply full, String etag) {
        boolean there =
                visit.header("If-None-Match").filter(tags -> names(tags, etag)).isPresent();
        var content = there ? new Reply.Bytes("", Buffer.buffer()) : full.content();
        return new Reply(there ? 304 : full.status(), content, full.headers(), full.cookies()).with("ETag", etag);
    }

    /** Compared weakly, as the standard asks here: a cache on the way may have made it weak. */
    private static boolean names(String tags, String etag) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
}
