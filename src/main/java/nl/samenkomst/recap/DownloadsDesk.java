package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.IfNoneMatch;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Where files to take along are sent in and deleted: PDF alone, known by how it begins. */
final class DownloadsDesk implements Feature {

    /** What one may weigh. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    /** How many a gathering may have. */
    static final int MOST = 10;

    private static final int BODY = MOST_BYTES + 1024 * 1024;
    private static final int NAME = 120;
    private static final Buffer BEGIN = Buffer.buffer("%PDF-");
    private static final String FILES = RecapDesk.PATH + "/downloads";

    private final Vertx vertx;
    private final Pool pool;
    private final RecapDeskPage page;
    private final RecapReading reading;
    private final Clock clock;

    DownloadsDesk(Vertx vertx, Pool pool, RecapDeskPage page, RecapReading reading, Clock clock) {
        this.vertx = vertx;
        this.pool = pool;
        this.page = page;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        var writing = Staff.of(EventTarget.EVENT, Role.FACILITATOR);
        site.upload(FILES, writing, BODY, this::add);
        site.post(FILES + "/:download", writing, this::delete);
        site.get(FILES + "/:download", writing, this::show);
    }

    private Future<Reply> add(Visit visit, Admitted<Event> one) {
        return Future.succeededFuture()
                .compose(start -> visit.file("file")
                        .map(this::read)
                        .orElseThrow(() -> Refusal.invalid("file", "error.image.none")))
                .compose(bytes -> written(one, name(visit), bytes))
                .map(done -> RecapDesk.to(one.thing(), "?done=file#files"))
                .recover(failure -> page.again(visit, one, failure, RecapDeskPage.FILE, typed(visit)));
    }

    private static JsonObject typed(Visit visit) {
        return new JsonObject().put("name", visit.body().text("name").orElse(""));
    }

    private Future<Buffer> read(Path file) {
        var files = vertx.fileSystem();
        return files.props(file.toString()).compose(props -> {
            if (props.size() > MOST_BYTES) {
                throw Refusal.invalid("file", "recap.file.bytes", MOST_BYTES / 1024 / 1024);
            }
            return files.readFile(file.toString()).map(DownloadsDesk::pdf);
        });
    }

    private static Buffer pdf(Buffer bytes) {
        if (bytes.length() < BEGIN.length()
                || !bytes.getBuffer(0, BEGIN.length()).equals(BEGIN)) {
            throw Refusal.invalid("file", "recap.file.kind");
        }
        return bytes;
    }

    /** As it was typed, else as the file was called. */
    private static String name(Visit visit) {
        var typed = visit.body().text("name").or(() -> visit.fileName("file")).orElse("");
        var name = CleanText.line(typed).replaceFirst("(?i)\\.pdf$", "");
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME) {
            throw Refusal.invalid("file", name.isEmpty() ? "recap.file.name.missing" : "error.field.long", NAME);
        }
        return name;
    }

    private Future<Void> written(Admitted<Event> one, String name, Buffer bytes) {
        var id = UUID.randomUUID();
        var digest = IfNoneMatch.etag(bytes).replace("\"", "");
        return pool.withTransaction(tx -> new DownloadStore(tx)
                        .insert(id, one.thing(), name, bytes, digest, MOST, clock.instant())
                        .compose(written -> {
                            if (!written) {
                                throw Refusal.invalid("file", "recap.file.many", MOST);
                            }
                            return new AuditStore(tx).note(one.caller(), "download.add", id.toString());
                        }))
                .onSuccess(done -> reading.forget());
    }

    private Future<Reply> delete(Visit visit, Admitted<Event> one) {
        var id = Id.of(visit.path("download")).orElseThrow(() -> new NotFound("download"));
        return pool.withTransaction(
                        tx -> new DownloadStore(tx).delete(one.thing().id(), id).compose(deleted -> {
                            if (!deleted) {
                                throw new NotFound("download");
                            }
                            return new AuditStore(tx).note(one.caller(), "download.delete", id.toString());
                        }))
                .onSuccess(done -> reading.forget())
                .map(done -> RecapDesk.to(one.thing(), "?done=file-deleted#files"));
    }

    /** For staff, whether or not it may be shown to others. */
    private Future<Reply> show(Visit visit, Admitted<Event> one) {
        return new DownloadStore(pool)
                .of(one.thing().id())
                .map(all -> all.stream()
                        .filter(file -> file.id().toString().equals(visit.path("download")))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("download")))
                .compose(file -> DownloadPages.bytes(pool, visit, file))
                .map(Reply::personal);
    }
}
