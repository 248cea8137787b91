package nl.samenkomst.recap;

import java.util.UUID;
import nl.samenkomst.kit.rule.Slugs;

/**
 * A file to take along from a recap, without its bytes: a PDF.
 *
 * @param name what people read
 * @param size in bytes
 */
record Download(UUID id, UUID organisation, UUID event, String name, String digest, int size) {

    static final String TYPE = "application/pdf";

    /** Under which it is saved: letters, digits and hyphens. */
    String file() {
        return Slugs.of(name, "bestand") + ".pdf";
    }
}
