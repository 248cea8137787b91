package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.network.NetworkShelf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of an invitation before it leaves: it counts as told, and what it shows is what the next is compared with. */
class LeavingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private FullRoom room;
    private LetterWriter writer;

    @BeforeEach
    void open() {
        room = new FullRoom(database);
        room.run("update invite set sent_sequence = null, sent_method = null");
        var means = new InviteLetters.Means(
                LetterTemplates.compile(folder, InviteLetters.ALL),
                new Languages(List.of("calendar", "event", "kit/i18n")),
                new Correspondence(
                        new Sender("Samenkomst", "noreply@samenkomst.example"), Optional.empty(), FullRoom.LINKS),
                new Occasions(
                        database.pool(), new NetworkShelf(database.pool()), Formats.load(PluginFolder.open(folder))),
                room.hall.registrations()::find);
        writer = new InviteLetters(database.pool(), CalendarWorkers.of(database.vertx()), means, FullRoom.NOW)
                .writers().stream()
                        .filter(one -> one.letter().equals(Tidings.INVITATION.letter()))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void beforeItIsWrittenItCountsAsToldAndWhatItShowsIsWrittenDown() {
        var kept = freeze();

        assertThat(kept.getString("uid")).isEqualTo(SampleReply.UID);
        assertThat(shown()).isEqualTo(hash());
        assertThat(room.rows("select 1 from invite where sent_sequence = 0 and sent_method = 'request'"))
                .hasSize(1);
    }

    @Test
    void whatChangedSinceIsWrittenDownAsItIsShown() {
        var kept = freeze();
        var before = hash();
        room.run("update event set starts_at = starts_at + interval '15 minutes'");

        var letter = write(kept);

        assertThat(letter.calendar().orElseThrow().ics()).contains("T191500");
        assertThat(hash()).isNotEqualTo(before);
        assertThat(shown()).isEqualTo(hash());
    }

    @Test
    void aRepeatIsTheSameLetterAndLeavesWhatIsWrittenDown() {
        var kept = freeze();
        var first = write(kept);

        assertThat(write(kept)).isEqualTo(first);
        assertThat(shown()).isEqualTo(hash());
    }

    private JsonObject freeze() {
        return await(database.pool().withTransaction(tx -> writer.freeze(tx, List.of(row(Optional.empty())))))
                .get(0);
    }

    private Letter write(JsonObject kept) {
        return await(writer.write(row(Optional.of(kept)))).orElseThrow();
    }

    private OutboxRow row(Optional<JsonObject> frozen) {
        var ids = new JsonObject()
                .put("registration", room.fatima.id().toString())
                .put("event", room.event.id().toString());
        return new OutboxRow(
                1,
                Optional.of(room.event.organisation()),
                Invites.subject(room.fatima.id()),
                0,
                Tidings.INVITATION.letter(),
                "nl",
                Optional.empty(),
                ids,
                "<1@samenkomst.example>",
                1,
                FullRoom.NOW.instant(),
                frozen);
    }

    private Buffer shown() {
        return room.rows("select sent_hash from invite where uid = '" + SampleReply.UID + "'")
                .get(0)
                .getBuffer(0);
    }

    /** Of the gathering as it is now. */
    private Buffer hash() {
        Event now = await(new EventStore(database.pool()).find(room.event.id())).orElseThrow();
        return Shown.of(now, room.fatima.attendance()).hash();
    }
}
