package nl.samenkomst.kit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Visits a site over HTTP as a test tells it to; follows no redirect, keeps no cookie.
 *
 * @param base where it listens, without a slash at the end
 */
public record Visitor(String base) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** @param headers names and values by turns */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> head(String path, String... headers) {
        return send("HEAD", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return typed("application/x-www-form-urlencoded", "POST", path, encoded(form), headers);
    }

    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        return typed("application/json", method, path, body, headers);
    }

    /** A form with a file in its field of this name (RFC 7578). */
    public HttpResponse<String> upload(
            String path, Map<String, String> form, String field, byte[] file, String... headers) {
        var edge = "----a-line-between";
        var parts = new ArrayList<byte[]>();
        form.forEach((name, value) -> parts.add(part(edge, "name=\"" + name + "\"", value)));
        parts.add(part(edge, "name=\"" + field + "\"; filename=\"file\"\r\nContent-Type: image/png", ""));
        parts.set(parts.size() - 1, cut(parts.get(parts.size() - 1)));
        parts.add(file);
        parts.add(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=" + edge;
        return send("POST", path, BodyPublishers.ofByteArrays(parts), all);
    }

    private static byte[] part(String edge, String disposition, String value) {
        return ("--" + edge + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Without the line end after an empty value. */
    private static byte[] cut(byte[] part) {
        return Arrays.copyOf(part, part.length - 2);
    }

    /** A body of this type, as it is given. */
    public HttpResponse<String> typed(String type, String method, String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        return send(method, path, BodyPublishers.ofString(body), all);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(DEADLINE)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.sendAsync(request.build(), Visitor::body).join();
    }

    /** Of an answer that stays open the head is enough. */
    private static BodySubscriber<String> body(ResponseInfo head) {
        return head.headers().firstValue("Content-Type").equals(Optional.of("text/event-stream"))
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Visitor::leave)
                : BodyHandlers.ofString().apply(head);
    }

    private static String leave(InputStream open) {
        try (open) {
            return "";
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
