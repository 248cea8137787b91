package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.SampleNetwork;

/** The pages and calls by which staff look at a survey, the day after the sample event, and a facilitator who does. */
final class SurveyHouse implements AutoCloseable {

    static final Instant NEXT_DAY = SampleEvent.START.plusSeconds(24 * 3600);

    private static final List<String> ROOMS =
            List.of("kit/web", "kit/i18n", "account", "network", "event", "survey", "desk");

    final TestDatabase database;
    final TestSite site;
    final SomeStaff staff;
    final List<UUID> told = new ArrayList<>();
    Organisation ours;
    Event event;
    String facilitator;
    String organiser;

    SurveyHouse(TestDatabase database) {
        this.database = database;
        this.staff = new SomeStaff(database.pool());
        var pool = database.pool();
        var clock = Clock.fixed(NEXT_DAY, ZoneOffset.UTC);
        var formats = Formats.load(PluginFolder.none());
        var surveys = new Surveys(formats, new Languages(ROOMS), clock, told::add);
        this.site = TestSite.serving(
                database,
                "http://localhost:8080",
                ROOMS,
                new SurveyDesk(pool, surveys, formats, clock),
                new QuestionsDesk(pool, surveys, formats, clock),
                new SurveyCsv(pool, surveys, clock),
                new SurveyApi(pool, surveys, clock));
        another();
    }

    /** From now on it is about another event, of another organisation. */
    void another() {
        event = SampleEvent.of(SampleNetwork.in(database.pool())).in(database.pool());
        ours = await(new OrganisationStore(database.pool()).find(event.organisation()))
                .orElseThrow();
        facilitator = staff.bearer(ours, Role.FACILITATOR);
        organiser = staff.bearer(ours, Role.ORGANISER);
    }

    SampleResults survey() {
        return SampleResults.of(database.pool(), event);
    }

    /** A survey of another event of the same organisation. */
    SampleResults other(String format) {
        var network = SampleNetwork.in(database.pool(), ours);
        return SampleResults.of(
                database.pool(), SampleEvent.of(network).format(format).in(database.pool()));
    }

    String path() {
        return "/organise/events/" + event.slug() + "/survey";
    }

    /** What the page says, which must be there. */
    String page(String query) {
        var answer = get(path() + query, facilitator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> get(String path, String bearer) {
        return site.get(path, "Authorization", bearer);
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return site.post(path, form, "Authorization", facilitator);
    }

    /** Does something to one answer. */
    HttpResponse<String> act(String answer, Map<String, String> more) {
        var form = new LinkedHashMap<>(more);
        form.put("answer", answer);
        return post(path() + "/answers", form);
    }

    JsonObject json(String call) {
        var answer = get("/api/v1/events/" + event.slug() + call, facilitator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    static String leadsTo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    List<Asked> kept() {
        return await(new SurveyStore(database.pool()).ofEvent(event.id()))
                .map(Survey::questions)
                .orElseThrow();
    }

    /** What the log says was done in this organisation, in order. */
    List<String> verbs() {
        return await(database.pool()
                        .preparedQuery("select verb from audit where organisation_id = $1 order by id")
                        .execute(Tuple.of(ours.id())))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Override
    public void close() {
        site.close();
    }
}
