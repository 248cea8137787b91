package nl.samenkomst.kit.image;

import io.vertx.core.buffer.Buffer;

/**
 * A picture that we wrote ourselves: nothing of what came with the original is in it.
 *
 * @param type {@code image/png} or {@code image/jpeg}
 * @param width in pixels
 */
public record Picture(String type, Buffer bytes, int width, int height) {}
