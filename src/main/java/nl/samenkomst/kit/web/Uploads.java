package nl.samenkomst.kit.web;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.util.Optional;

/** Takes files that come with a form: a few megabytes at most, in the machine's own folder for what is passing, gone with the visit. */
final class Uploads {

    /** Somewhat above what any file may weigh, so that who sends too much is told so beside the field. */
    private static final int LIMIT = 4 * 1024 * 1024;

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "samenkomst-uploads");

    private Uploads() {}

    static BodyHandler handler() {
        return BodyHandler.create(FOLDER.toString()).setBodyLimit(LIMIT).setDeleteUploadedFilesOnEnd(true);
    }

    static Optional<Path> file(RoutingContext context, String field) {
        return context.fileUploads().stream()
                .filter(upload -> upload.name().equals(field) && upload.size() > 0)
                .map(upload -> Path.of(upload.uploadedFileName()))
                .findFirst();
    }
}
