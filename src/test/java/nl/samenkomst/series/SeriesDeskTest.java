package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A series planned and changed in the workspace, on the whole server. */
class SeriesDeskTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static SeriesHouse house;
    private static Visitor visitor;
    private static String cookie;

    @BeforeAll
    static void open() {
        house = new SeriesHouse(database, data);
        visitor = house.visitor();
        var staff = new SomeStaff(database.pool());
        cookie = staff.session(staff.member(house.organisation, Role.ORGANISER));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aSeriesIsMadeWithAFormAndItsFaultsAreToldAtTheirFields() {
        var wrong = send("/organise/series/new", "/organise/series", Map.of("title", "Tafel Osdorp"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("<title>Fout:")
                .contains("href=\"#time\"")
                .contains("href=\"#contact")
                .contains("value=\"Tafel Osdorp\"");

        var made = send("/organise/series/new", "/organise/series", typed("Tafel Osdorp"));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(made.headers().firstValue("Location")).contains("/organise/series/tafel-osdorp/dates");
    }

    @Test
    void datesAreLookedOverBeforeTheyAreMade() {
        var slug = house.series("Tafel Slotervaart");
        var from = LocalDate.now(AMSTERDAM).plusDays(1);
        var path = "/organise/series/" + slug + "/dates";
        var look = path + "?weeks=6&weekday=THURSDAY&from=" + from + "&until=" + from.plusWeeks(52);

        var page = get(look);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("De klok is verzet").contains("donderdag");
        assertThat(dates(slug)).isEmpty();

        var first = firstValue(page.body(), "dates");
        var made = send(look, path, Map.of("dates", first, "publish", "yes"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(dates(slug)).hasSize(1).allMatch(Event::published);
        assertThat(get(look).body()).contains("Die dag is er al: Tafel Slotervaart");
        assertThat(get("/organise/series/" + slug).body()).contains(first.substring(0, 4));
    }

    @Test
    void aSpanGoesOnlineAndMembersHearOfTheDatesTheyHaveNoInvitationFor() {
        var slug = house.series("Tafel Geuzenveld");
        var series = series(slug);
        var day = LocalDate.now(AMSTERDAM).plusWeeks(2);
        await(database.pool().withTransaction(tx -> new SeriesPlanning(events(), java.time.Clock.systemUTC())
                .make(tx, series, List.of(day, day.plusWeeks(20), day.plusWeeks(40)), true)));
        house.join(slug, "Ada", house.token(slug));
        eventually(() -> registered(slug) == 1);
        var path = "/organise/series/" + slug + "/change";
        var wish = new LinkedHashMap<>(Map.of("attendance", "online", "time", "20:00"));
        var chosen = dates(slug).get(1).slug();
        wish.put("dates", chosen);

        var preview = send(path + "?which=all", path, wish);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("20.00").contains("vaste deelnemer");
        assertThat(dates(slug)).allMatch(event -> event.attendance() == Gathering.HYBRID);

        wish.put("version[" + chosen + "]", String.valueOf(dates(slug).get(1).version()));
        var done = visitor.post(path + "/apply", with(token(preview.body(), path + "/apply"), wish), headers());

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        var changed = dates(slug).get(1);
        assertThat(changed.attendance()).isEqualTo(Gathering.ONLINE);
        assertThat(changed.start().atZone(changed.zone()).toLocalTime()).isEqualTo(LocalTime.of(20, 0));
        assertThat(dates(slug).get(0).attendance()).isEqualTo(Gathering.HYBRID);
        assertThat(house.letters(slug)).isEqualTo(2);
    }

    @Test
    void whoSavesWhatSomebodyElseChangedSeesItAgainFirst() {
        var slug = house.series("Tafel Stale");
        house.date(slug);
        var path = "/organise/series/" + slug + "/change";
        var chosen = dates(slug).get(0).slug();
        var wish = new LinkedHashMap<>(Map.of("attendance", "online", "dates", chosen));
        var preview = send(path + "?which=all", path, wish);

        wish.put("version[" + chosen + "]", "0");
        var stale = visitor.post(path + "/apply", with(token(preview.body(), path + "/apply"), wish), headers());

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("intussen").contains("name=\"attendance\" value=\"online\"");
        assertThat(dates(slug).get(0).attendance()).isEqualTo(Gathering.HYBRID);
    }

    @Test
    void organisersAddPauseAndStopMembers() {
        var slug = house.series("Tafel Leden");
        var path = "/organise/series/" + slug + "/members";

        assertThat(send(path, path, Map.of("name", "Grace")).statusCode()).isEqualTo(422);
        var added = send(
                path,
                path,
                Map.of("name", "Grace", "email", "grace@mail.example", "sector", "formal", "attendance", "online"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        assertThat(get(path).body()).contains("Grace").contains("Komt elke keer");
        var one = path + "/" + house.member(slug);
        assertThat(send(path, one + "/pause", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get(path).body()).contains("Weer meedoen");
        send(path, one + "/stop", Map.of());
        assertThat(get(path).body()).contains("Er zijn nog geen vaste deelnemers");
    }

    private static Map<String, String> typed(String title) {
        var form = new LinkedHashMap<String, String>();
        form.put("title", title);
        form.put("place", house.network.slug() + "/haven");
        form.put("format", "wijktafel");
        form.put("time", "19:00");
        form.put("minutes", "120");
        form.put("attendance", "on_site");
        form.put("venue[name]", "De Schoor");
        form.put("onSite", "20");
        form.put("contact[name]", "Sanne de Wit");
        form.put("contact[email]", "sanne@elaa.example");
        return form;
    }

    private static nl.samenkomst.event.Events events() {
        return new nl.samenkomst.event.Events(
                nl.samenkomst.event.Formats.load(nl.samenkomst.kit.plugin.PluginFolder.none()),
                nl.samenkomst.meeting.Providers.load(nl.samenkomst.kit.plugin.PluginFolder.none()),
                List.of(),
                java.time.Clock.systemUTC());
    }

    private static Series series(String slug) {
        return await(new SeriesStore(database.pool()).bySlug(slug)).orElseThrow();
    }

    private static List<Event> dates(String slug) {
        return await(new DateStore(database.pool()).all(series(slug).id()));
    }

    private static long registered(String slug) {
        return house.count("""
                select count(*) from registration r join event e on e.id = r.event_id join series s on s.id = e.series_id
                 where s.slug = $1
                """, slug);
    }

    private static String[] headers() {
        return new String[] {"Cookie", cookie, "Accept-Language", "nl"};
    }

    private static HttpResponse<String> get(String path) {
        return visitor.get(path, headers());
    }

    /** Opens the page, and sends the form on it that goes to this path. */
    private static HttpResponse<String> send(String page, String path, Map<String, String> form) {
        return visitor.post(path, with(token(get(page).body(), path), form), headers());
    }

    private static Map<String, String> with(String token, Map<String, String> form) {
        var whole = new LinkedHashMap<>(form);
        whole.put("token", token);
        return whole;
    }

    private static String token(String page, String path) {
        var found = Pattern.compile("method=\"post\" action=\"" + Pattern.quote(path)
                        + "[^\"]*\"[^>]*><input type=\"hidden\" name=\"token\" value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(found.find()).as("no form to %s on %s", path, page).isTrue();
        return found.group(1);
    }

    private static String firstValue(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
