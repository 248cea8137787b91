package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Standing registration as visitors, members and programs see it, on the whole server. */
class SeriesSiteTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static SeriesHouse house;
    private static Visitor visitor;

    @BeforeAll
    static void open() {
        house = new SeriesHouse(database, data);
        visitor = house.visitor();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void whoJoinsIsToldTheSameWhetherOrNotTheyAreKnown() {
        var slug = house.series("Tafel Een");

        var first = house.join(slug, "Ada", house.token(slug));
        var again = house.join(slug, "Ada", house.token(slug));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("ada@").isEqualTo(again.body());
        assertThat(house.letters(slug)).isEqualTo(2);
        assertThat(house.members(slug)).isEqualTo(1);
    }

    @Test
    void theSameFormSentTwiceIsOneRegistration() {
        var slug = house.series("Tafel Twee");
        var token = house.token(slug);

        assertThat(house.join(slug, "Ada", token).body())
                .isEqualTo(house.join(slug, "Ada", token).body());
        assertThat(house.letters(slug)).isEqualTo(1);
    }

    @Test
    void aFormWithFaultsComesBackFilledIn() {
        var slug = house.series("Tafel Drie");

        var answer = visitor.post(
                "/series/" + slug + "/members",
                Map.of("token", house.token(slug), "name", "Ada", "email", "not an address", "website", "x"),
                "Accept-Language",
                "nl");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Fout:")
                .contains("value=\"Ada\"")
                .contains("href=\"#attendance\"")
                .contains("href=\"#email\"");
        assertThat(house.members(slug)).isZero();
    }

    @Test
    void aFormWithoutATokenIsNotBelieved() {
        var slug = house.series("Tafel Vier");

        assertThat(house.join(slug, "Ada", "x").statusCode()).isEqualTo(422);
        assertThat(house.members(slug)).isZero();
    }

    @Test
    void aProgramJoinsOnceUnderOneKey() {
        var slug = house.series("Tafel Vijf");
        var body = new JsonObject()
                .put("name", "Ada")
                .put("email", "ada@mail.example")
                .put("sector", "informal")
                .put("attendance", "on_site")
                .put("ifFull", "online");
        var path = "/api/v1/series/" + slug + "/members";

        var first = visitor.json("POST", path, body.encode(), "Idempotency-Key", "k1");
        var again = visitor.json("POST", path, body.encode(), "Idempotency-Key", "k1");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(house.letters(slug)).isEqualTo(1);
        assertThat(visitor.json("POST", path, body.put("colour", "red").encode())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aClosedSeriesIsNotThereForStrangers() {
        var slug = house.series(house.described("Stuurgroep").put("visibility", "closed"));

        assertThat(visitor.get("/series/" + slug).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/series/" + slug, "Authorization", house.bearer())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMembersOwnPageTellsEveryDateAndWhatToDo() {
        var slug = house.series("Tafel Zes");
        var date = house.date(slug);
        house.join(slug, "Ada", house.token(slug));
        var own = house.own(slug);

        var page = visitor.get(own, "Accept-Language", "nl");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).contains("U komt elke keer").contains(date);

        var skipped = house.press(own, "skip", Map.of("event", date));
        assertThat(skipped.statusCode()).as(skipped.body()).isEqualTo(303);
        assertThat(visitor.get(own, "Accept-Language", "nl").body())
                .contains("U komt niet")
                .contains("Kom toch");
        house.press(own, "come", Map.of("event", date));
        house.press(own, "pause", Map.of("until", "2099-01-01"));
        assertThat(visitor.get(own, "Accept-Language", "nl").body())
                .contains("U hebt pauze")
                .contains("2099");
        house.press(own, "resume", Map.of());
        house.press(own, "stop", Map.of("leave", "yes"));
        assertThat(visitor.get(own, "Accept-Language", "nl").body()).contains("U bent gestopt");
        assertThat(visitor.get(own + "/data.json").body()).contains("ada@mail.example");
    }

    @Test
    void whoErasesThemselvesFindsNothingAnyMore() {
        var slug = house.series("Tafel Zeven");
        house.date(slug);
        house.join(slug, "Ada", house.token(slug));
        var own = house.own(slug);

        var erased = house.press(own, "erase", Map.of());

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(visitor.get(own).statusCode()).isEqualTo(410);
    }

    @Test
    void anotherPagesFormDoesNothingHere() {
        var slug = house.series("Tafel Acht");
        house.join(slug, "Ada", house.token(slug));

        assertThat(visitor.post(house.own(slug) + "/stop", Map.of("token", "x")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theWelcomeTellsEveryDate() {
        var slug = house.series("Tafel Tien");
        house.date(slug);
        house.date(slug);
        house.join(slug, "Grace", house.token(slug));
        var mail = Pattern.compile("/dev/mail/([^\"?/]+)[^>]*>U komt elke keer: Tafel Tien");

        eventually(() -> mail.matcher(visitor.get("/dev/mail").body()).find());
        var found = mail.matcher(visitor.get("/dev/mail").body());
        assertThat(found.find()).isTrue();
        var text = visitor.get("/dev/mail/" + found.group(1) + "/html").body();
        assertThat(text)
                .contains("U komt elke keer naar Tafel Tien")
                .contains("/members/")
                .contains("calendar.ics");
        assertThat(text.split("19.00 tot 21.00 uur", -1).length).isGreaterThan(2);
    }

    @Test
    void aDateTellsWhichSeriesItIsPartOfAndFromWhenEverybodyCanRegister() {
        var slug = house.series("Tafel Negen");
        house.join(slug, "Ada", house.token(slug));
        var date = house.date(slug);

        var page = visitor.get("/events/" + date, "Accept-Language", "nl");

        assertThat(page.body()).contains("/series/" + slug).contains("Aanmelden kan vanaf");
    }
}
