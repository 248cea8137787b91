package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of answers: to the room on its screen, and to who reads the database itself. */
class ScreenTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Evening evening;

    @BeforeEach
    void open() {
        database.empty();
        evening = new Evening(database);
    }

    @AfterEach
    void close() {
        evening.close();
    }

    @Test
    void ofFewerThanFiveNothingShowsAndThenAlwaysThreeAtOnce() {
        var event = evening.asked();
        var shown = new ArrayList<Long>();
        for (int i = 0; i < 9; i++) {
            evening.phone(event, "phone" + i, Map.of("rating", "4"));
            shown.add(evening.answers(event).stream()
                    .filter(one -> one.endsWith("shown"))
                    .count());
        }

        assertThat(shown).containsExactly(0L, 0L, 0L, 0L, 5L, 5L, 5L, 8L, 8L);
    }

    @Test
    void beforeTheNightRowVersionsWouldJoinWhoAnsweredAndWhatAfterItNothingDoes() {
        var event = evening.asked("Ada", "Grace", "Joan");
        for (var name : List.of("Grace", "Ada", "Joan")) {
            evening.send(
                    evening.link(event, name),
                    Map.of("rating", name.equals("Ada") ? "1" : "5", "tomorrow", "Van " + name + "."));
        }
        evening.phone(event, "phone", Map.of("rating", "3", "recommend", "7"));
        var stirring = new Stirring(database.pool(), evening.hall.clock());
        await(stirring.run());
        assertThat(joined(event, "ada")).containsExactly("1", "Van Ada.");

        evening.hall.moveTo(Evening.END.plus(Duration.ofHours(7)));
        await(stirring.run());

        assertThat(joined(event, "ada")).hasSize(8);
        assertThat(evening.rows("select distinct xmin::text from answer where survey_id = $1", id(event)))
                .isEqualTo(evening.rows("select distinct xmin::text from ticket where survey_id = $1", id(event)))
                .hasSize(1);
        assertThat(evening.rows("select d.xmin::text from survey_device d where survey_id = $1", id(event)))
                .isEqualTo(evening.rows("select distinct xmin::text from answer where survey_id = $1", id(event)));
        assertThat(evening.answers(event)).hasSize(8);
        assertThat(evening.rows("select count(*) from ticket where answered and survey_id = $1", id(event)))
                .containsExactly("3");
        assertThat(evening.rows("select stirred_on from survey where id = $1", id(event)))
                .containsExactly("2026-12-11");
    }

    @Test
    void whereARowLiesTellsNothingAfterTheNight() {
        var event = evening.asked();
        evening.sql("update seats set capacity = 400, held = 0 where event_id = $1", event.id());
        for (int i = 0; i < 20; i++) {
            evening.phone(event, "phone" + i, Map.of("tomorrow", "Zin " + (char) ('a' + i) + ".", "rating", "4"));
        }
        var before = lying(event);
        evening.hall.moveTo(Evening.END.plus(Duration.ofHours(7)));

        await(new Stirring(database.pool(), evening.hall.clock()).run());

        assertThat(lying(event)).hasSameElementsAs(before).isNotEqualTo(before);
        assertThat(before).isSorted();
        assertThat(evening.rows("""
                select relname from pg_stat_user_tables
                 where relname in ('answer', 'ticket', 'survey_device') and vacuum_count > 0 and $1::uuid is not null
                """, id(event)))
                .as("nothing of before lies on the disk")
                .hasSize(3);
    }

    @Test
    void theScreenShowsTheWayInTheCountAndFromFiveOnTheBarsAndWordsThatWereReleased() {
        var event = evening.asked("Ada", "Grace");
        for (int i = 0; i < 4; i++) {
            evening.phone(event, "phone" + i, Map.of("rating", "5", "tomorrow", "Zin " + i + " <b>"));
        }
        assertThat(screen(event))
                .contains("<b>4</b> antwoorden van 2 mensen", "Vanaf vijf antwoorden staat hier")
                .contains(
                        ">" + evening.survey(event).code().orElseThrow() + "<", "localhost:8080/f", "class=\"square\"")
                .contains("data-stream=\"/organise/stream?organisation&#x3D;", "data-live")
                .doesNotContain("heel goed", "Zin ");

        var words = UUID.fromString(
                evening.rows("select id from answer where survey_id = $1 and value like 'Zin 3%'", id(event))
                        .get(0));
        assertThat(release(event, words, true)).as("below five").isFalse();

        evening.phone(event, "phone4", Map.of("rating", "2"));
        assertThat(screen(event))
                .contains(
                        "<b>5</b> antwoorden",
                        "role=\"img\"",
                        ">heel goed<",
                        "<th scope=\"row\">5 heel goed</th><td>4</td>")
                .doesNotContain("Zin ");
        assertThat(release(event, words, true)).isTrue();
        assertThat(screen(event))
                .contains("Wat gaat u morgen anders doen?", "data-line=\"" + words + "\" dir=\"auto\">Zin 3 &lt;b&gt;")
                .doesNotContain("Zin 2");
        assertThat(release(event, words, false)).isTrue();
        assertThat(screen(event)).doesNotContain("Zin ");
        var rating =
                UUID.fromString(evening.rows("select id from answer where survey_id = $1 and value = '2'", id(event))
                        .get(0));
        assertThat(release(event, rating, true)).isFalse();
        assertThat(release(event, UUID.randomUUID(), true)).isFalse();
    }

    @Test
    void beforeItIsOpenedAndAfterItsEndTheScreenSaysThatTheQuestionsAreClosed() {
        var event = evening.held("Ada");

        assertThat(screen(event)).contains("De vragen zijn dicht", "/survey\">").doesNotContain("class=\"square\"");
    }

    /** What can be told of the answers of one person by the transaction that wrote their mark. */
    private List<String> joined(Event event, String name) {
        return evening.rows("""
                select a.value
                  from ticket t
                  join registration r on r.id = t.registration_id and r.email_key = '%s@mail.example'
                  join answer a on a.survey_id = t.survey_id and a.xmin = t.xmin
                 where t.survey_id = $1
                 order by 1
                """.formatted(name), id(event));
    }

    private List<String> lying(Event event) {
        return evening.rows(
                "select value from answer where survey_id = $1 and question = 'tomorrow' order by ctid", id(event));
    }

    private boolean release(Event event, UUID answer, boolean released) {
        var survey = evening.survey(event);
        return await(database.pool().withTransaction(tx -> evening.surveys.release(tx, survey, answer, released)));
    }

    private String screen(Event event) {
        var staff = new SomeStaff(database.pool());
        var ours = await(new OrganisationStore(database.pool()).find(event.organisation()))
                .orElseThrow();
        var page = asked(event, staff, ours);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private HttpResponse<String> asked(Event event, SomeStaff staff, Organisation ours) {
        return evening.site.get(
                "/organise/events/" + event.slug() + "/screen",
                "Accept-Language",
                "nl",
                "Authorization",
                staff.bearer(ours, Role.FACILITATOR));
    }

    private UUID id(Event event) {
        return evening.survey(event).id();
    }
}
