package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who comes: narrowed and sorted by the address, written to, moved and taken off by the list, and taken along. */
class PeopleDeskTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static OpenHouse house;
    private static Front front;

    @BeforeAll
    static void open() {
        house = OpenHouse.on(database.url(), data, Map.of());
        front = new Front(database, house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void seatsAddUp() {
        SeatsInvariant.holds(database.pool());
    }

    private static SampleEvent event() {
        return front.event();
    }

    @Test
    void theListIsNarrowedAndSortedByItsAddress() {
        var event = event().seats(2).in(database.pool());
        front.hall.register(event, "Ada");
        front.hall.pass(Duration.ofSeconds(1));
        front.hall.register(event, "Grace", Attendance.ONLINE);
        front.hall.pass(Duration.ofSeconds(1));
        front.hall.register(event, "Barbara");
        front.hall.pass(Duration.ofSeconds(1));
        front.hall.register(event, "Mary");
        var list = Front.people(event);

        assertThat(front.get(list).body()).containsSubsequence("Ada</a>", "Barbara</a>", "Grace</a>", "Mary</a>");
        assertThat(front.get(list + "?sort=newest").body())
                .containsSubsequence("Mary</a>", "Barbara</a>", "Grace</a>", "Ada</a>");
        assertThat(front.get(list + "?q=RA").body())
                .contains("Barbara</a>", "Grace</a>")
                .doesNotContain("Ada</a>");
        assertThat(front.get(list + "?way=online").body()).contains("Grace</a>").doesNotContain("Ada</a>");
        assertThat(front.get(list + "?status=waitlisted").body())
                .contains("Mary</a>", "Wacht, plek 1")
                .doesNotContain("Ada</a>");
        assertThat(front.get(list + "?status=nonsense&page=999999&sort=x").statusCode())
                .isEqualTo(200);
        assertThat(front.get(list + "?q=%25").body()).contains("Zo staat er niemand in de lijst");
    }

    @Test
    void aMailThatCameBackIsToldInTheOtherServersWordsAndCanBeAskedFor() {
        var event = event().in(database.pool());
        var ada = front.hall.register(event, "Ada");
        front.hall.register(event, "Grace");
        await(database.pool().preparedQuery("""
                        insert into outbox (subject, letter, language, ids, message_id, due_at, state, said)
                        values ('invite:' || $1, 'calendar/invitation', 'nl', '{}', $1, now(), 'refused', '550 no such user')
                        """).execute(Tuple.of(ada.id().toString())));

        assertThat(front.get(Front.people(event)).body()).contains("Kwam terug", "550 no such user");
        assertThat(front.get(Front.people(event) + "?mail=refused").body())
                .contains("Ada</a>")
                .doesNotContain("Grace</a>");
        assertThat(front.get(Front.person(ada)).body()).contains("550 no such user");
    }

    @Test
    void manyPeopleComePageByPage() {
        var event = event().seats(500).in(database.pool());
        await(database.pool().preparedQuery("""
                insert into registration (id, organisation_id, event_id, name, language, attendance, status, place, created_at)
                select gen_random_uuid(), $1, $2, 'Mens ' || to_char(n, '000'), 'nl', 'on_site', 'confirmed', n, now()
                  from generate_series(1, 120) as n
                """).execute(Tuple.of(event.organisation(), event.id())));
        await(database.pool()
                .preparedQuery(
                        "update seats set held = 120, next_place = 121 where event_id = $1 and attendance = 'on_site'")
                .execute(Tuple.of(event.id())));

        var first = front.get(Front.people(event)).body();
        var last = front.get(Front.people(event) + "?page=3").body();

        assertThat(rows(first)).isEqualTo(50);
        assertThat(first).contains("1 tot en met 50 van 120 mensen").contains("people?page&#x3D;2\"");
        assertThat(rows(last)).isEqualTo(20);
        assertThat(last).contains("Mens  120");
    }

    private static long rows(String page) {
        return Pattern.compile("name=\"registration\"").matcher(page).results().count();
    }

    @Test
    void peopleAreMovedOnlyAfterItWasShownWhomItTouches() {
        var event = event().seats(1).in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var grace = front.hall.register(event, "Grace");
        var list = Front.people(event);

        var shown = front.send(
                list, list, Map.of("do", "online", "registration", ada.id().toString()));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Er is nog niets veranderd", "Grace", "Er is een plek, met uitnodiging");
        assertThat(front.now(ada).attendance()).isEqualTo(Attendance.ON_SITE);

        var done = front.send(
                list,
                list,
                Map.of("do", "online", "sure", "yes", "registration", ada.id().toString()));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(front.now(ada).attendance()).isEqualTo(Attendance.ONLINE);
        assertThat(front.now(grace).confirmed()).isTrue();
        assertThat(front.noted(ada.id())).containsExactly("registration.online");
    }

    @Test
    void nobodyOfAnotherEventIsTakenOff() {
        var event = event().in(database.pool());
        var other = event().in(database.pool());
        front.hall.register(event, "Ada");
        var foreign = front.hall.register(other, "Grace");
        var list = Front.people(event);

        var answer = front.send(
                list,
                list,
                Map.of(
                        "do",
                        "cancel",
                        "sure",
                        "yes",
                        "registration",
                        foreign.id().toString()));

        assertThat(answer.statusCode()).isNotEqualTo(500);
        assertThat(front.now(foreign).confirmed()).isTrue();
    }

    @Test
    void aMailGoesToWhoWasChosenOnceAndWhoGetsNoneIsNamed() {
        var event = event().in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var list = Front.people(event);
        front.send(list + "/new", list + "/new", Map.of("name", "Zonder Adres", "attendance", "on_site"));

        var form = front.send(list, list, Map.of("do", "mail", "all", "yes"));
        assertThat(form.body()).contains("1 mens krijgt deze mail", "Zonder Adres", "heeft geen e-mailadres");
        var round = front.field(form.body(), "round");
        var fields =
                Map.of("all", "yes", "round", round, "subject", "Neem *soep* mee", "text", "Beste mensen,\n\nTot dan.");
        var token = Front.token(form.body(), list + "/mail");

        var preview = post(list + "/mail", fields, token, "preview");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Beste mensen,", "Stuur 1 mail");
        assertThat(front.letters(ada)).doesNotContain("registration/round");

        assertThat(post(list + "/mail", fields, token, "send").statusCode()).isEqualTo(303);
        assertThat(post(list + "/mail", fields, token, "send").statusCode()).isEqualTo(303);

        assertThat(front.letters(ada)).containsOnlyOnce("registration/round");
        assertThat(front.noted(java.util.UUID.fromString(round))).containsExactly("round.send");
        nl.samenkomst.kit.db.Awaiting.eventually(
                () -> house.visitor().get("/dev/mail").body().contains("Neem *soep* mee"));
    }

    private static java.net.http.HttpResponse<String> post(
            String path, Map<String, String> fields, String token, String step) {
        var form = new java.util.HashMap<>(fields);
        form.put("token", token);
        form.put("step", step);
        return house.visitor().post(path, form, "Cookie", front.organiser, "Accept-Language", "nl");
    }

    @Test
    void aMailWithoutWordsIsAskedForAgain() {
        var event = event().in(database.pool());
        var ada = front.hall.register(event, "Ada");
        var list = Front.people(event);
        var form = front.send(
                list, list, Map.of("do", "mail", "registration", ada.id().toString()));

        var answer = post(
                list + "/mail",
                Map.of("registration", ada.id().toString(), "subject", "Soep", "text", ""),
                Front.token(form.body(), list + "/mail"),
                "send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>Fout:", "value=\"Soep\"", "href=\"#text\"");
        assertThat(front.letters(ada)).doesNotContain("registration/round");
    }

    @Test
    void theTableOpensInASpreadsheetAndNoCellOfItIsAFormula() {
        var event = event().askingNeeds().in(database.pool());
        var list = Front.people(event);
        front.send(
                list + "/new",
                list + "/new",
                Map.of(
                        "name",
                        "=1+1; \"Ada\"",
                        "organisation",
                        "+31 Zorg",
                        "attendance",
                        "on_site",
                        "needs[diet]",
                        "geen noten"));

        var csv = front.get(list + ".csv");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body()).startsWith("\uFEFFNaam;Organisatie;E-mailadres;");
        assertThat(csv.body()).contains("\r\n\"'=1+1; \"\"Ada\"\"\";'+31 Zorg;").doesNotContain("geen noten");
        assertThat(front.noted(event.id())).contains("event.export");
        assertThat(front.getAs(front.facilitator, list + ".csv").statusCode()).isEqualTo(403);
    }

    @Test
    void theHostReadsWhatIsNeededWithoutNamesAndThatIsNoted() {
        var event = event().askingNeeds().in(database.pool());
        var list = Front.people(event);
        for (var name : new String[] {"Hedy", "Grace"}) {
            front.send(
                    list + "/new",
                    list + "/new",
                    Map.of("name", name, "attendance", "on_site", "needs[diet]", "Geen noten"));
        }

        var sums = front.getAs(front.facilitator, list + "/needs").body();

        assertThat(sums).contains("Eten: 2 mensen", "2×", "Geen noten").doesNotContain("Hedy", "Grace");
        assertThat(front.noted(event.id())).contains("event.needs");
        assertThat(front.get(list + "/list").body())
                .contains("Hedy", "Handtekening", "Nog te bellen")
                .doesNotContain("noten");
        assertThat(front.get(list + "/badges").body()).contains("Grace").doesNotContain("noten");
    }

    @Test
    void aFacilitatorLooksAndAForeignerFindsNothing() {
        var event = event().in(database.pool());
        var ada = front.hall.register(event, "Ada");

        assertThat(front.getAs(front.facilitator, Front.people(event)).body())
                .contains("Ada</a>")
                .doesNotContain("value=\"cancel\"");
        assertThat(front.getAs(front.foreigner, Front.people(event)).statusCode())
                .isEqualTo(404);
        assertThat(front.getAs(front.foreigner, Front.person(ada)).statusCode()).isEqualTo(404);
        assertThat(front.getAs(front.facilitator, Front.person(ada) + "/place?deed=cancel")
                        .statusCode())
                .isEqualTo(403);
    }
}
