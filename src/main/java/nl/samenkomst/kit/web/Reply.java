package nl.samenkomst.kit.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The answer to a visit: a page, a body of bytes, or the way to elsewhere. */
public record Reply(int status, Content content, Map<String, String> headers, List<Cookie> cookies) {

    /** What the answer bears. */
    public sealed interface Content permits Page, Bytes, Open {}

    /** A page, rendered in the visit's language within its frame. */
    public record Page(Frame frame, String template, Object model) implements Content {}

    /** Bytes with their media type. */
    public record Bytes(String type, Buffer body) implements Content {}

    /** An answer that stays open for server-sent events. */
    record Open(Consumer<HttpServerResponse> begin) implements Content {}

    public Reply {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    public static Reply page(Frame frame, String template, Object model) {
        return of(200, new Page(frame, template, model));
    }

    /** Text that was rendered before, see {@link Renderer}. */
    public static Reply html(Buffer body) {
        return of(200, new Bytes("text/html; charset=utf-8", body));
    }

    public static Reply json(JsonObject body) {
        return of(200, new Bytes("application/json", body.toBuffer()));
    }

    public static Reply json(JsonArray body) {
        return of(200, new Bytes("application/json", body.toBuffer()));
    }

    public static Reply bytes(String type, Buffer body) {
        return of(200, new Bytes(type, body));
    }

    static Reply open(Consumer<HttpServerResponse> begin) {
        return of(200, new Open(begin)).with("Cache-Control", "no-store").with("X-Accel-Buffering", "no");
    }

    public static Reply nothing() {
        return of(204, new Bytes("", Buffer.buffer()));
    }

    /**
     * 303, to a path of our own.
     *
     * @throws IllegalArgumentException when the path could lead elsewhere
     */
    public static Reply seeOther(String path) {
        if (!own(path)) {
            throw new IllegalArgumentException("not a path of ours: " + path);
        }
        return of(303, new Bytes("", Buffer.buffer())).with("Location", path);
    }

    /** Whether a browser can read this as nothing but a path of ours; it drops control characters, so there may be none. */
    public static boolean own(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }

    private static Reply of(int status, Content content) {
        return new Reply(status, content, Map.of(), List.of());
    }

    public Reply status(int other) {
        return new Reply(other, content, headers, cookies);
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, content, more, cookies);
    }

    public Reply with(Cookie cookie) {
        var more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Reply(status, content, headers, more);
    }

    /** For pages about one person: kept by nobody on the way, and the address goes nowhere. */
    public Reply personal() {
        return with("Cache-Control", "no-store").with("Referrer-Policy", "no-referrer");
    }
}
