package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenkomst.event.CalledOffStore;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;

/** The letters with an invitation in them: written when they leave, from what the person's calendar should show by then. */
public final class InviteLetters {

    /** The kinds of letters, each with its words in {@code mail-templates}. */
    public static final List<String> ALL =
            Stream.of(Tidings.values()).map(Tidings::letter).toList();

    private final Together together;
    private final Composer composer;
    private final Clock clock;

    /** What letters are made with. */
    public record Means(
            LetterTemplates templates,
            Languages languages,
            Correspondence correspondence,
            Occasions occasions,
            Function<UUID, Future<Optional<Registration>>> registrations) {}

    /** @param workers where letters are composed, see {@link CalendarWorkers} */
    public InviteLetters(Pool pool, WorkerExecutor workers, Means means, Clock clock) {
        this.together = new Together(pool, means.occasions(), clock);
        this.composer = new Composer(means, together, new CalledOffStore(pool), workers);
        this.clock = clock;
    }

    /** One for each kind. */
    public List<LetterWriter> writers() {
        return Stream.of(Tidings.values()).<LetterWriter>map(Writer::new).toList();
    }

    private final class Writer implements LetterWriter {

        private final Tidings tidings;

        private Writer(Tidings tidings) {
            this.tidings = tidings;
        }

        @Override
        public String letter() {
            return tidings.letter();
        }

        /** From here on the invitation counts as told. An overtaken one freezes nothing, and nothing is written of it. */
        @Override
        public Future<JsonObject> freeze(OutboxRow row) {
            Instant now = clock.instant();
            return together.leaves(new LeavingStore.Wish(registration(row), row.sequence(), tidings.wanted()))
                    .map(leaving -> leaving.map(one -> kept(one, now)).orElseGet(JsonObject::new));
        }

        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            var kept = row.kept();
            return kept.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : composer.letter(row, tidings, frozen(kept));
        }
    }

    private static UUID registration(OutboxRow row) {
        return UUID.fromString(row.ids().getString("registration"));
    }

    private static JsonObject kept(InviteStore.Leaving leaving, Instant now) {
        return new JsonObject()
                .put("uid", leaving.uid())
                .put("attendance", leaving.attendance().code())
                .put("stamp", now.toString())
                .put("was", leaving.was().orElse(null));
    }

    private static Composer.Frozen frozen(JsonObject kept) {
        return new Composer.Frozen(
                kept.getString("uid"),
                Attendance.of(kept.getString("attendance")).orElseThrow(),
                Instant.parse(kept.getString("stamp")),
                Optional.ofNullable(kept.getJsonObject("was")));
    }
}
