package nl.samenkomst.kit.web;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes files that come with a form, in the machine's own folder for what is passing; they are gone with the visit. */
final class Uploads {

    private static final String FOLDER = folder().toString();

    private Uploads() {}

    /** @param limit what all of the form may weigh, in bytes; a body that says that it is heavier is not read at all */
    static BodyHandler handler(int limit) {
        return BodyHandler.create(FOLDER).setBodyLimit(limit).setDeleteUploadedFilesOnEnd(true);
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

    /** The name that the sender's machine had for the file in this field. */
    static Optional<String> name(RoutingContext context, String field) {
        return context.fileUploads().stream()
                .filter(upload -> upload.name().equals(field) && upload.size() > 0)
                .map(FileUpload::fileName)
                .findFirst();
    }

    static Optional<Path> file(RoutingContext context, String field) {
        return context.fileUploads().stream()
                .filter(upload -> upload.name().equals(field) && upload.size() > 0)
                .map(upload -> Path.of(upload.uploadedFileName()))
                .findFirst();
    }
}
