package nl.samenkomst.kit.web;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes files that come with a form: a few megabytes at most, in the machine's own folder for what is passing, gone with the visit. */
final class Uploads {

    /** Somewhat above what any file may weigh, so that who sends too much is told so beside the field. */
    private static final int LIMIT = 4 * 1024 * 1024;

    private Uploads() {}

    static BodyHandler handler() {
        return BodyHandler.create(folder().toString()).setBodyLimit(LIMIT).setDeleteUploadedFilesOnEnd(true);
    }

    /** Of this process alone: whoever else has an account on the machine may have made one too. */
    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("samenkomst-uploads");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException cause) {
            throw new UncheckedIOException("no folder for uploads", cause);
        }
    }

    static Optional<Path> file(RoutingContext context, String field) {
        return context.fileUploads().stream()
                .filter(upload -> upload.name().equals(field) && upload.size() > 0)
                .map(upload -> Path.of(upload.uploadedFileName()))
                .findFirst();
    }
}
