package nl.samenkomst.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProgrammeEntranceTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static Reception reception;

    private Network network;
    private Programme programme;

    @BeforeAll
    static void open() {
        reception = new Reception(database, false);
    }

    @AfterAll
    static void close() {
        reception.close();
    }

    @BeforeEach
    void plan() {
        network = SampleNetwork.in(database.pool());
        programme = SampleNetwork.programme(database.pool(), network);
    }

    private SampleEvent session(Duration later) {
        return SampleEvent.of(network).programme(programme.id()).start(SampleEvent.START.plus(later));
    }

    private String path() {
        return "/programmes/" + programme.slug();
    }

    private static Map<String, String> form(Map<Event, String> ways) {
        var form = new LinkedHashMap<>(Reception.filled("Ada"));
        form.remove("attendance");
        ways.forEach((event, way) -> form.put("sessions[" + event.slug() + "]", way));
        return form;
    }

    private HttpResponse<String> send(Map<String, String> form) {
        var whole = new LinkedHashMap<>(form);
        whole.put("token", Reception.token(reception.site.get(path())));
        return reception.site.post(path() + "/registrations", whole);
    }

    @Test
    void oneFormRegistersForEachChosenSession() {
        var first = session(Duration.ZERO).in(database.pool());
        var full = session(Duration.ofDays(7))
                .seats(0)
                .attendance(Gathering.ON_SITE)
                .in(database.pool());
        var other = session(Duration.ofDays(14)).in(database.pool());

        var page = reception.site.get(path()).body();
        assertThat(page)
                .contains("20 plekken vrij van de 20", "Vol: u komt op de wachtlijst, op plek 1", "Ik kom hier niet");

        var answer = send(form(Map.of(first, "online", full, "on_site", other, "")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("U bent aangemeld", "Voor één bijeenkomst, <bdi>Ada</bdi>", "U komt", "Wacht, plek 1");
        assertThat(reception.registered(first)).containsExactly("Ada confirmed online");
        assertThat(reception.registered(full)).containsExactly("Ada waitlisted on_site");
        assertThat(reception.registered(other)).isEmpty();
    }

    @Test
    void sessionsAtTheSameTimeAreRefusedAtTheField() {
        var first = session(Duration.ZERO).in(database.pool());
        var second = session(Duration.ofHours(1)).in(database.pool());

        var answer = send(form(Map.of(first, "online", second, "online")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Fout: Samen sterk", "href=\"#sessions-" + second.slug() + "\"")
                .contains("id=\"sessions-" + second.slug() + "-error\"", "deze bijeenkomst is tegelijk met een andere");
        assertThat(reception.registered(first)).isEmpty();
    }

    @Test
    void whoChoosesNothingIsAskedTo() {
        var only = session(Duration.ZERO).in(database.pool());
        var form = form(Map.of(only, ""));
        form.put("name", "Ada & Grace");

        var answer = send(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Kies ten minste één bijeenkomst.", "value=\"Ada &amp; Grace\"");
    }

    @Test
    void onlyTheChosenSessionsQuestionsMustBeAnswered() {
        var asking = session(Duration.ZERO)
                .questions(new Question("soup", Question.Kind.YES_NO, "Soep?", true, List.of()))
                .in(database.pool());
        var plain = session(Duration.ofDays(7)).in(database.pool());

        assertThat(send(form(Map.of(asking, "online"))).statusCode()).isEqualTo(422);
        assertThat(send(form(Map.of(plain, "online"))).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsOverOrClosedIsNotOffered() {
        session(Duration.ZERO).registrationClosed().in(database.pool());

        assertThat(reception.site.get(path()).body())
                .contains("U kunt zich nu voor geen van de bijeenkomsten aanmelden");
    }

    @Test
    void aCallIsAnsweredWithAStatusPerSession() {
        var first = session(Duration.ZERO).in(database.pool());
        var full = session(Duration.ofDays(7))
                .seats(0)
                .attendance(Gathering.ON_SITE)
                .withoutWaitlist()
                .in(database.pool());
        var both = call(first, "on_site", full, "on_site");

        var answer = reception.site.visitor().json("POST", "/api/v1" + path() + "/registrations", both);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(new JsonObject(answer.body()).getJsonArray("sessions"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("event", first.slug())
                                .put("status", "confirmed")
                                .put("attendance", "on_site"))
                        .add(new JsonObject()
                                .put("event", full.slug())
                                .put("status", "full")
                                .put("attendance", "on_site")));
    }

    @Test
    void aCallNamesTheSessionThatIsWrong() {
        var first = session(Duration.ZERO).attendance(Gathering.ONLINE).in(database.pool());
        var elsewhere = SampleEvent.of(network).in(database.pool());

        var answer = reception
                .site
                .visitor()
                .json("POST", "/api/v1" + path() + "/registrations", call(first, "on_site", elsewhere, "online"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("sessions[" + first.slug() + "]", "sessions[" + elsewhere.slug() + "]");
    }

    private static String call(Event one, String way, Event other, String otherWay) {
        return new JsonObject()
                .put("name", "Ada")
                .put("email", "ada@mail.example")
                .put("sector", "formal")
                .put(
                        "sessions",
                        new JsonArray()
                                .add(new JsonObject().put("event", one.slug()).put("attendance", way))
                                .add(new JsonObject().put("event", other.slug()).put("attendance", otherWay)))
                .encode();
    }
}
