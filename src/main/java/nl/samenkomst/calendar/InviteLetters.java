package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
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

/** The letters with an invitation in them: written when they leave, from what the person's calendar should show by then. */
public final class InviteLetters {

    /** The kinds of letters, each with its words in {@code mail-templates}. */
    public static final List<String> ALL =
            Stream.of(Tidings.values()).map(Tidings::letter).toList();

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
        this.composer = new Composer(means, new Together(pool, means.occasions()), new CalledOffStore(pool), workers);
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
        public Future<List<JsonObject>> freeze(SqlClient tx, List<OutboxRow> rows) {
            return new Leaving(tx, tidings, clock.instant()).freeze(rows);
        }

        @Override
        public Future<Optional<Letter>> write(OutboxRow row) {
            var kept = row.kept();
            return kept.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : composer.letter(row, tidings, Frozen.of(kept));
        }
    }
}
