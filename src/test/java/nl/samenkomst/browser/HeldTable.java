package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.image.SamplePicture;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.quote.SampleQuote;
import nl.samenkomst.recap.TallyJob;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.survey.Survey;
import nl.samenkomst.survey.Surveys;

/** A gathering that was held, with all that can follow it: answers, words in every state, a recap with a photo and a file, and its year. */
final class HeldTable {

    private static final int ANSWERED = 6;
    private static final String LONG_WORDS =
            "Meervoudigepersoonlijkheidsvragenlijstinvulmiddag ".repeat(3).strip();

    private final TestDatabase database;
    private final Event event;
    private final List<Registration> people;
    private final Survey survey;
    private final List<UUID> quotes;
    private final UUID photo = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();

    private HeldTable(TestDatabase database, Event event) {
        this.database = database;
        this.event = event;
        var hall = new Hallway(database, event.start().minus(Duration.ofDays(3)));
        this.people = IntStream.range(0, ANSWERED + 1)
                .mapToObj(number -> hall.register(event, "Bezoeker" + number))
                .toList();
        this.survey = opened();
        this.quotes = List.of(
                SampleQuote.of(event)
                        .saying("Mevrouw De Wit kon ik nog helpen.")
                        .in(database),
                SampleQuote.of(event).saying(LONG_WORDS).in(database),
                SampleQuote.of(event)
                        .by("Marloes van der Veen", "huisarts")
                        .approved()
                        .in(database));
    }

    static HeldTable of(TestDatabase database, Event event) {
        var held = new HeldTable(database, event);
        held.answered();
        held.told();
        await(TallyJob.of(database.pool(), Clock.systemUTC()).run().get());
        held.reviewed();
        return held;
    }

    private Survey opened() {
        var surveys = new Surveys(
                Formats.load(PluginFolder.none()),
                new Languages(List.of("kit/i18n", "survey")),
                Clock.systemUTC(),
                changed -> {});
        return await(database.pool().withTransaction(tx -> surveys.open(tx, event)));
    }

    /** The last of them did not answer yet. */
    private void answered() {
        run("""
                insert into ticket (survey_id, registration_id, answered, invited_at, reminded_at)
                select $1, id, id <> $2, now(), now() from registration where event_id = $3 and status = 'confirmed'
                    on conflict (survey_id, registration_id) do update set answered = excluded.answered, reminded_at = now()
                """, survey.id(), people.get(ANSWERED).id(), event.id());
        run("update survey set received = $2, shown = $2 where id = $1", survey.id(), ANSWERED);
        for (var question : survey.questions()) {
            for (int person = 0; person < ANSWERED; person++) {
                var values = question.values();
                var value = values.isEmpty() ? LONG_WORDS + person : values.get(person % values.size());
                run("""
                        insert into answer (id, survey_id, version, question, value, attendance, shown, released)
                        values (gen_random_uuid(), $1, 1, $2, $3, $4, true, $5)
                        """, survey.id(), question.id(), value, person < 3 ? "online" : "on_site", person == 0);
            }
        }
    }

    private void told() {
        run(
                "insert into recap (event_id, organisation_id, words, published_at) values ($1, $2, $3, now())",
                event.id(),
                event.organisation(),
                new JsonObject()
                        .put(
                                "nl",
                                new JsonObject()
                                        .put("intro", "")
                                        .put(
                                                "results",
                                                new JsonArray()
                                                        .add("Er is één kaart.")
                                                        .add(LONG_WORDS))));
        run("""
                insert into photo (id, organisation_id, event_id, position, type, bytes, digest, width, height, alt, caption, maker,
                       basis, created_at)
                values ($1, $2, $3, 1, 'image/jpeg', $4, 'abc', 64, 36, 'Een tafel', 'Aan tafel', 'Tom', 'notice', now())
                """, photo, event.organisation(), event.id(), Buffer.buffer(SamplePicture.plain("jpg", 64, 36)));
        run("""
                insert into download (id, organisation_id, event_id, position, name, bytes, digest, created_at)
                values ($1, $2, $3, 1, 'De kaart', $4, 'abc', now())
                """, file, event.organisation(), event.id(), Buffer.buffer("%PDF-1.7"));
    }

    private void reviewed() {
        run(
                "insert into review (network_id, year, organisation_id, words, chosen, published_at) values ($1, $2, $3, $4, $5, now())",
                event.network(),
                year(),
                event.organisation(),
                new JsonObject().put("nl", new JsonObject().put("intro", "Een **bijzonder** jaar.")),
                new JsonObject()
                        .put("results", new JsonArray().add(event.id().toString()))
                        .put("quotes", new JsonArray().add(quotes.get(2).toString()))
                        .put("photos", new JsonArray().add(photo.toString())));
    }

    private void run(String sql, Object... values) {
        await(database.pool().preparedQuery(sql).execute(Tuple.wrap(values)));
    }

    String slug() {
        return event.slug();
    }

    String code() {
        return survey.code().orElseThrow();
    }

    int year() {
        return event.start().atZone(event.zone()).getYear();
    }

    /** One who answered, and one who did not yet. */
    List<Registration> asked() {
        return List.of(people.get(0), people.get(ANSWERED));
    }

    /** One that is held for a look, one to be looked at, and one that is shown. */
    List<UUID> quotes() {
        return quotes;
    }

    UUID photo() {
        return photo;
    }

    UUID file() {
        return file;
    }
}
