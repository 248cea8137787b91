package nl.samenkomst;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.samenkomst.Check.Ailment;
import nl.samenkomst.event.FormatStore;
import nl.samenkomst.kit.db.Database;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.db.Migrations;
import nl.samenkomst.kit.mail.Mailbox;
import nl.samenkomst.kit.mail.Smtp;

/** All that the doctor looks at. */
final class Checks {

    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1024L * 1024L;
    private static final long LEAST_MEGABYTES = 500;

    private final Ground ground;
    private final Consumer<String> say;

    private Checks(Ground ground, Consumer<String> say) {
        this.ground = ground;
        this.say = say;
    }

    static List<Check> of(Ground ground, Consumer<String> say) {
        var checks = new Checks(ground, say);
        return List.of(
                new Check("database", checks::database),
                new Check("schema", checks::schema),
                new Check("SMTP", checks::smtp),
                new Check("IMAP", checks::imap),
                new Check("clock", checks::clock),
                new Check("disk", checks::disk),
                new Check("plugins", checks::plugins));
    }

    private DatabaseUrl url() {
        return ground.reached(say);
    }

    private <T> Future<T> database(Function<Database, Future<T>> question) {
        var database = ground.open(url());
        return question.apply(database).eventually(database::close);
    }

    private String database() {
        return "PostgreSQL " + Awaited.result(database(Database::version)) + " at " + url();
    }

    private String schema() {
        int pending = Migrations.pending(url());
        if (pending > 0) {
            throw new Ailment(pending + " steps have not run yet: run the command migrate");
        }
        return "version " + Migrations.currentVersion(url()).orElse("none");
    }

    private String smtp() {
        var url = ground.config().smtp();
        if (url.isEmpty()) {
            return "none set: mail is caught, see /dev/mail";
        }
        Awaited.result(new Smtp(ground.vertx(), url.get(), 1).reachable());
        return url.get() + " lets us in";
    }

    private String imap() {
        var url = ground.config().imap();
        if (url.isEmpty()) {
            return "none set: no replies are read";
        }
        Awaited.result(new Mailbox(ground.vertx(), url.get()).reachable());
        return url.get() + " lets us in";
    }

    private String clock() {
        var theirs = Awaited.result(database(Database::now));
        var apart = Duration.between(theirs, Instant.now()).abs();
        if (apart.compareTo(CLOCKS_APART) > 0) {
            throw new Ailment("differs by " + apart.toSeconds() + " s from the database's: let NTP set both");
        }
        return "agrees with the database's";
    }

    private String disk() throws IOException {
        var data = existing(ground.config().data().toAbsolutePath());
        long left = Files.getFileStore(data).getUsableSpace() / MEGABYTE;
        if (left < LEAST_MEGABYTES) {
            throw new Ailment(
                    "only " + left + " MB left for " + data + ": make room, or set SAMENKOMST_DATA elsewhere");
        }
        if (!Files.isWritable(data)) {
            throw new Ailment("cannot write in " + data + ": give this user the folder");
        }
        return left + " MB left for " + data;
    }

    /** The folder, or the nearest above it that is there. */
    private static Path existing(Path folder) {
        var parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    private String plugins() {
        var furniture = Furniture.read(ground.config());
        if (!furniture.problems().isEmpty()) {
            throw new Ailment(String.join("; ", furniture.problems()) + ": mend or remove it");
        }
        var gone = new TreeSet<>(formatsInUse());
        furniture.formats().all().forEach(format -> gone.remove(format.id()));
        if (!gone.isEmpty()) {
            throw new Ailment("there are events of formats whose plugin is gone: " + String.join(", ", gone)
                    + "; put its jar back in " + ground.config().plugins());
        }
        return furniture.formats().all().size() + " formats, "
                + furniture.providers().all().size() + " meeting providers";
    }

    /** None where the tables are not made yet. */
    private List<String> formatsInUse() {
        return Migrations.pending(url()) > 0
                ? List.of()
                : Awaited.result(database(database -> new FormatStore(database.pool()).inUse()));
    }
}
