package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.spi.Attendance;
import org.jspecify.annotations.Nullable;

/** A survey with its answers, written straight into the tables: what the results make of them is what a test looks at. */
final class SampleResults {

    private final Pool pool;
    final Event event;
    final UUID id = UUID.randomUUID();

    private SampleResults(Pool pool, Event event) {
        this.pool = pool;
        this.event = event;
    }

    /** One that closes fourteen days after the end and asks one question of each kind. */
    static SampleResults of(Pool pool, Event event) {
        var survey = new SampleResults(pool, event);
        survey.run(
                """
                insert into survey (id, organisation_id, event_id, opened_at, closes_at)
                values ($1, $2, $3, $4, $5)
                """,
                survey.id,
                event.organisation(),
                event.id(),
                event.end().atOffset(ZoneOffset.UTC),
                closing(event).atOffset(ZoneOffset.UTC));
        survey.question("whole", "rating", "Wat vond u van de wijktafel?");
        survey.question("again", "zero_to_ten", "Raadt u deze tafel aan?");
        survey.question("room", "agree", "Er was genoeg tijd.");
        survey.question("met", "several_of", "Wie leerde u kennen?", "Een huisarts", "Iemand van de buurt");
        survey.question("came", "one_of", "Hoe kwam u?", "Lopend", "Met de fiets");
        survey.question("next", "open", "Wat gaat u morgen anders doen?");
        return survey;
    }

    static Instant closing(Event event) {
        return event.end().plusSeconds(14 * 24 * 3600);
    }

    private void question(String question, String kind, String words, String... choices) {
        var said = new JsonArray();
        for (var choice : choices) {
            said.add(new JsonObject().put("nl", choice).put("en", choice + " (en)"));
        }
        run("""
                insert into survey_question (survey_id, version, id, position, kind, words, choices)
                values ($1, 1, $2, (select count(*) from survey_question where survey_id = $1), $3, $4, $5)
                """, id, question, kind, new JsonObject().put("nl", words).put("en", words + " (en)"), said);
    }

    /** One more answer to a question, part of what is told or not yet. */
    SampleResults answer(String question, String value, @Nullable Attendance way, boolean shown) {
        run("""
                insert into answer (id, survey_id, version, question, value, attendance, shown)
                values ($1, $2, 1, $3, $4, $5, $6)
                """, UUID.randomUUID(), id, question, value, way == null ? null : way.code(), shown);
        return this;
    }

    /** So many answers to a question that are part of what is told, all the same. */
    SampleResults answers(int number, String question, String value, @Nullable Attendance way) {
        for (int i = 0; i < number; i++) {
            answer(question, value, way, true);
        }
        return this;
    }

    /** So many people answered, and of so many it is told. */
    SampleResults counted(int received, int shown) {
        run("update survey set received = $2, shown = $3 where id = $1", id, received, shown);
        return this;
    }

    /** The id of an answer with these words. */
    String answerId(String words) {
        return await(pool.preparedQuery("select id from answer where survey_id = $1 and value = $2 limit 1")
                        .execute(Tuple.of(id, words)))
                .iterator()
                .next()
                .getUUID("id")
                .toString();
    }

    void run(String sql, Object... values) {
        await(pool.preparedQuery(sql).execute(Tuple.from(values)));
    }
}
