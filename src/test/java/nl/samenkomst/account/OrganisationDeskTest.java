package nl.samenkomst.account;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.image.Pictures;
import nl.samenkomst.kit.image.SamplePicture;
import nl.samenkomst.kit.web.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationDeskTest {

    private static final String PATH = "/organise/organisation";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static TestSite site;

    final SomeStaff staff = new SomeStaff(database.pool());
    Organisation ours;
    String cookie;

    @BeforeAll
    static void serve() {
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account"),
                new OrganisationDesk(database.pool(), new Pictures(database.vertx())),
                new LogoPages(database.pool()));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void anOwner() {
        database.empty();
        ours = staff.organisation("elaa");
        cookie = staff.session(staff.member(ours, Role.OWNER));
    }

    @Test
    void whatAnOwnerSaysOfTheOrganisationIsKept() {
        var form = typed();
        form.put("sender", "Sanne van Elaa");
        form.put("replyTo", "vragen@elaa.example");
        form.put("accent", "#1F4B99");
        form.put("contact[name]", "Sanne de Wit");
        form.put("contact[email]", "sanne@elaa.example");
        form.put("embedders", "https://Elaa.example/\nhttps://www.elaa.example:8443");
        form.put("language", "en");
        form.put("languages", "nl");

        var answer = save(form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var now = now();
        assertThat(now.name()).isEqualTo("Elaa");
        assertThat(now.accent()).isEqualTo("1f4b99");
        assertThat(now.languages()).containsExactly("en", "nl");
        assertThat(now.contact().orElseThrow().email()).isEqualTo("sanne@elaa.example");
        assertThat(now.manner().sender()).contains("Sanne van Elaa");
        assertThat(now.manner().replyTo()).contains("vragen@elaa.example");
        assertThat(now.manner().embedders()).containsExactly("https://elaa.example", "https://www.elaa.example:8443");
        assertThat(now.version()).isEqualTo(2);
        assertThat(noted()).containsExactly("organisation.change");
        assertThat(get(PATH + "?organisation=elaa&done=saved"))
                .contains("It has been saved.", "#1f4b99", "Sanne de Wit");
    }

    @Test
    void aColourThatWasPickedAndNotTypedCountsToo() {
        var form = typed();
        form.put("accentPicked", "#1f4b99");

        save(form);

        assertThat(now().accent()).isEqualTo("1f4b99");
    }

    @ParameterizedTest
    @CsvSource({
        "accent, #ffee00, contrast is 1",
        "accent, #b01c1c, rood",
        "accent, petrol, zes tekens",
        "name, '', Vul dit in",
        "name, www.evil.example, Laat links",
        "replyTo, niemand, naam@voorbeeld.nl",
        "sender, a@b.example, Laat links",
        "contact[name], Sanne, naam@voorbeeld.nl|Vul dit in",
        "language, xx, Kies uit"
    })
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsLost(String field, String value, String said) {
        var form = typed();
        form.put("embedders", "https://blijft.example");
        form.put(field, value);

        var answer = save(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Fout: Uw organisatie", "https://blijft.example", "role=\"alert\"")
                .containsPattern(said);
        assertThat(now()).isEqualTo(ours);
        assertThat(noted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://voorbeeld.nl",
                "https://voorbeeld.nl/agenda",
                "voorbeeld.nl",
                "https://*.voorbeeld.nl",
                "https://voorbeeld.nl; script-src *",
                "https://naam:woord@voorbeeld.nl",
                "https://voorbeeld.nl:99999",
                "javascript://voorbeeld.nl"
            })
    void onlyTheBeginningOfAnAddressNamesASite(String site) {
        var form = typed();
        form.put("embedders", site);

        var answer = save(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"embedders-error\"");
        assertThat(now().manner().embedders()).isEmpty();
    }

    @Test
    void whoSavesAfterAnotherSeesBothVersionsAndLosesNothing() {
        var mine = typed();
        var theirs = typed();
        theirs.put("name", "Elaa Almere");
        mine.put("name", "Elaa Nieuw-West");
        save(theirs);

        var answer = save(mine);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Iemand anders was u voor", "Elaa Almere")
                .contains("value=\"Elaa Nieuw-West\"", "name=\"version\" value=\"2\"");
        assertThat(now().name()).isEqualTo("Elaa Almere");
        mine.put("version", "2");
        assertThat(save(mine).statusCode()).isEqualTo(303);
        assertThat(now().name()).isEqualTo("Elaa Nieuw-West");
    }

    @Test
    void aLogoIsDrawnAnewAndStandsInTheHead() {
        var answer = upload(SamplePicture.plain("png", 900, 300));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var logo = now().manner().logo().orElseThrow();
        assertThat(logo.width()).isEqualTo(512);
        var path = "/organisations/elaa/logo?v=" + logo.digest();
        assertThat(get(PATH)).contains(path.replace("=", "&#x3D;"));
        var served = site.get(path);
        assertThat(served.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(served.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        var tag = served.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(noted()).containsExactly("organisation.logo");

        var gone = post(PATH + "/logo/remove", new HashMap<>());
        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(site.get("/organisations/elaa/logo").statusCode()).isEqualTo(404);
        assertThat(now().manner().logo()).isEmpty();
    }

    @Test
    void whatIsNoLogoIsRefusedBesideTheField() {
        assertThat(upload("geen plaatje".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("Dit is geen plaatje", "id=\"logo-error\"");
        assertThat(upload(new byte[Pictures.Kind.DRAWING.bytes() + 1]).body()).contains("ten hoogste 2 MB");
        assertThat(upload(SamplePicture.claiming(50_000, 50_000)).body()).contains("50.000 bij 50.000");
        assertThat(upload(new byte[0]).body()).contains("Kies eerst een bestand");
        assertThat(upload(new byte[5 * 1024 * 1024]).statusCode()).isEqualTo(413);
        assertThat(now().manner().logo()).isEmpty();
        assertThat(noted()).isEmpty();
    }

    @Test
    void onlyOwnersMayAndTheyAreToldSo() {
        var organiser = staff.session(staff.member(ours, Role.ORGANISER));

        var answer = site.get(PATH, "Cookie", organiser);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Dit is voor eigenaren");
    }

    private Map<String, String> typed() {
        var form = new HashMap<String, String>();
        form.put("name", "Elaa");
        form.put("accent", "#0b5c63");
        form.put("accentPicked", "#0b5c63");
        form.put("accentBegan", "#0b5c63");
        form.put("language", "nl");
        form.put("languages", "en");
        form.put("version", "1");
        return form;
    }

    private HttpResponse<String> save(Map<String, String> form) {
        return post(PATH, form);
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        form.put("token", token(path));
        return site.post(path + "?organisation=elaa", form, "Cookie", cookie);
    }

    private HttpResponse<String> upload(byte[] file) {
        var path = PATH + "/logo";
        return site.visitor()
                .upload(path + "?organisation=elaa", Map.of("token", token(path)), "logo", file, "Cookie", cookie);
    }

    private String token(String path) {
        return get(PATH)
                .replaceAll(
                        "(?s).*action=\"" + path
                                + "\\?organisation[^>]*>\\s*<input type=\"hidden\" name=\"token\" value=\"([^\"]+)\".*",
                        "$1");
    }

    private String get(String path) {
        return site.get(path, "Cookie", cookie).body();
    }

    private Organisation now() {
        return await(new OrganisationStore(database.pool()).find(ours.id())).orElseThrow();
    }

    private List<String> noted() {
        return await(database.pool()
                .query("select verb from audit where verb like 'organisation.%' order by at")
                .execute()
                .map(rows -> rows.stream().map(row -> row.getString("verb")).toList()));
    }
}
