package nl.samenkomst.kit.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the webroot, in memory.
 *
 * @param type its media type
 * @param digest the first 64 bits of its SHA-256, in hexadecimal digits
 * @param zipped the same by gzip, where that makes it smaller
 */
record Asset(String type, String digest, Buffer plain, Optional<Buffer> zipped) {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2",
            "png", "image/png",
            "jpg", "image/jpeg",
            "webp", "image/webp",
            "ico", "image/x-icon");

    static Asset of(String name, byte[] bytes) {
        var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        boolean text = type.startsWith("text/") || type.endsWith("+xml");
        return new Asset(
                type,
                digest(bytes),
                Buffer.buffer(bytes),
                text ? Optional.of(zip(bytes)).filter(zip -> zip.length() < bytes.length) : Optional.empty());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("this Java has no SHA-256", cause);
        }
    }

    private static Buffer zip(byte[] bytes) {
        var zip = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zip)) {
            gzip.write(bytes);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return Buffer.buffer(zip.toByteArray());
    }
}
