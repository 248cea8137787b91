package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkDesk;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.ProgrammeDesk;
import nl.samenkomst.network.ProgrammeStore;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Networks at the workspace; here, since an event is what keeps an area from going. */
class NetworkDeskTest {

    private static final String PATH = "/organise/networks";

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
                List.of("kit/web", "kit/i18n", "account", "network"),
                new NetworkDesk(database.pool()),
                new ProgrammeDesk(database.pool()));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void anOrganiser() {
        database.empty();
        ours = staff.organisation("elaa");
        cookie = staff.session(staff.member(ours, Role.ORGANISER));
    }

    @Test
    void whoHasNoNetworkIsLedToTheirFirst() {
        assertThat(get(PATH)).contains("Maak eerst een netwerk", "/organise/networks/new");

        var answer = send(
                PATH + "/new", PATH, Map.of("name", "Wijknetwerk Almere", "slug", "", "timeZone", "Europe/Amsterdam"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/organise/networks/wijknetwerk-almere?done=saved");
        assertThat(get(PATH)).contains("Wijknetwerk Almere", "nog geen wijken").doesNotContain("Maak eerst");
        assertThat(noted()).containsExactly("network.create");
    }

    @Test
    void whatIsWrongWithANewOneIsSaidAndKept() {
        var answer = send(
                PATH + "/new",
                PATH,
                Map.of(
                        "name",
                        "",
                        "purpose",
                        "Samen zorgen.",
                        "timeZone",
                        "Mars/Olympus",
                        "slug",
                        "new",
                        "accent",
                        "#ff0000"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Fout: ", "Samen zorgen.", "Mars/Olympus")
                .contains("id=\"name-error\"", "id=\"timeZone-error\"", "id=\"slug-error\"", "id=\"accent-error\"");
        assertThat(noted()).isEmpty();
    }

    @Test
    void aNetworkIsChangedAndWhatIsLeftEmptyIsTakenAway() {
        var network = SampleNetwork.in(database.pool(), ours);
        var form = details(network);
        form.put("purpose", "Dichtbij.");
        form.put("accent", "#1f4b99");
        form.put("contact[name]", "Sanne");
        form.put("contact[email]", "sanne@elaa.example");
        assertThat(change(network, form).statusCode()).isEqualTo(303);
        assertThat(now(network).accent()).contains("1f4b99");
        assertThat(now(network).contact()).isPresent();

        var bare = details(now(network));
        bare.put("purpose", "");
        assertThat(change(network, bare).statusCode()).isEqualTo(303);

        assertThat(now(network).purpose()).isEmpty();
        assertThat(now(network).accent()).isEmpty();
        assertThat(now(network).contact()).isEmpty();
        assertThat(now(network).areas()).hasSize(2);
    }

    @Test
    void whoSavesAfterAnotherSeesBothVersions() {
        var network = SampleNetwork.in(database.pool(), ours);
        var mine = details(network);
        mine.put("name", "Mijn naam");
        var theirs = details(network);
        theirs.put("name", "Hun naam");
        change(network, theirs);

        var answer = change(network, mine);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Iemand anders was u voor", "Hun naam", "value=\"Mijn naam\"");
        assertThat(now(network).name()).isEqualTo("Hun naam");
    }

    @Test
    void areasAreAddedRenamedAndOrderedByButtons() {
        var network = SampleNetwork.in(database.pool(), ours);
        var form = areas(network);
        form.put("name[haven]", "De Haven");
        form.put("name[new-area]", "Buiten");
        form.put("groupLink[new-area]", "https://chat.example/buiten");
        form.put("down", "haven");

        assertThat(changeAreas(network, form).statusCode()).isEqualTo(303);

        assertThat(now(network).areas()).extracting(Area::name).containsExactly("Centrum", "De Haven", "Buiten");
        assertThat(now(network).areas().get(1).id())
                .isEqualTo(network.areas().get(0).id());
        assertThat(now(network).areas().get(2).groupLink()).contains("https://chat.example/buiten");
    }

    @Test
    void anAreaGoesUnlessSomethingNamesIt() {
        var network = SampleNetwork.in(database.pool(), ours);
        SampleEvent.of(network).area(network.areas().get(1).id()).in(database.pool());
        var used = areas(network);
        used.put("remove", "centrum");
        var refused = changeAreas(network, used);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("nog gebruikt", "id=\"area-1-name-error\"");

        var free = areas(network);
        free.put("remove", "haven");
        assertThat(changeAreas(network, free).statusCode()).isEqualTo(303);
        assertThat(now(network).areas()).extracting(Area::slug).containsExactly("centrum");
    }

    @Test
    void aLinkThatIsNoneIsSaidAtItsArea() {
        var network = SampleNetwork.in(database.pool(), ours);
        var form = areas(network);
        form.put("groupLink[centrum]", "javascript:alert(1)");
        form.put("groupLink[new-area]", "https://chat.example/x");

        var answer = changeAreas(network, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"area-1-link-error\"", "id=\"area-new-area-name-error\"", "javascript:alert(1)");
    }

    @Test
    void anAreaThatAnotherMadeMeanwhileIsNotLost() {
        var network = SampleNetwork.in(database.pool(), ours);
        var mine = areas(network);
        mine.put("name[haven]", "Mijn haven");
        var theirs = areas(network);
        theirs.put("name[new-area]", "Buiten");
        changeAreas(network, theirs);

        var answer = changeAreas(network, mine);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Iemand anders was u voor", "value=\"Mijn haven\"", "value=\"Buiten\"");
        assertThat(now(network).areas()).extracting(Area::name).contains("Almere Haven", "Buiten");
    }

    @Test
    void aProgrammeIsMadeAndChanged() {
        var network = SampleNetwork.in(database.pool(), ours);
        var home = PATH + "/" + network.slug() + "/programmes";
        assertThat(send(home + "/new", home, Map.of("title", "")).statusCode()).isEqualTo(422);
        assertThat(send(home + "/new", home, Map.of("title", "Samen sterk")).statusCode())
                .isEqualTo(303);
        var path = "/organise/programmes/samen-sterk";

        var first = new HashMap<>(Map.of("title", "Samen sterker", "summary", "Kort.", "version", "1"));
        assertThat(send(path, path, first).statusCode()).isEqualTo(303);
        assertThat(send(path, path, first).statusCode()).isEqualTo(409);

        var now =
                await(new ProgrammeStore(database.pool()).bySlug("samen-sterk")).orElseThrow();
        assertThat(now.title()).isEqualTo("Samen sterker");
        assertThat(now.summary()).isEqualTo("Kort.");
        assertThat(noted()).containsExactly("programme.create", "programme.change");
    }

    @Test
    void theCodeForAnotherSiteIsThereOnceASiteIsAllowed() {
        var network = SampleNetwork.in(database.pool(), ours);
        var path = PATH + "/" + network.slug();
        assertThat(get(path)).contains("Nog geen enkele website").doesNotContain("embed.js");

        await(database.pool()
                .query("update organisation set embedders = '{https://elaa.example}'")
                .execute());

        assertThat(get(path))
                .contains("data-samenkomst&#x3D;&quot;networks/" + network.slug(), "http://localhost:8080/embed.js");
    }

    @Test
    void anotherOrganisationsNetworkIsNotFound() {
        var theirs = SampleNetwork.in(database.pool());

        assertThat(site.get(PATH + "/" + theirs.slug(), "Cookie", cookie).statusCode())
                .isEqualTo(404);
        assertThat(get(PATH)).doesNotContain(theirs.slug());
    }

    private static Map<String, String> details(Network network) {
        var form = new HashMap<>(Map.of("timeZone", "Europe/Amsterdam", "version", "" + network.version()));
        form.putAll(Map.of("name", network.name(), "purpose", network.purpose()));
        form.putAll(Map.of("accentPicked", "#0b5c63", "accentBegan", "#0b5c63"));
        return form;
    }

    private static Map<String, String> areas(Network network) {
        return new HashMap<>(Map.of(
                "order", "haven,centrum",
                "name[haven]", "Almere Haven",
                "groupLink[haven]", "https://chat.example/haven",
                "name[centrum]", "Centrum",
                "groupLink[centrum]", "",
                "version", "" + network.version()));
    }

    private HttpResponse<String> change(Network network, Map<String, String> form) {
        var path = PATH + "/" + network.slug();
        return send(path, path, form);
    }

    private HttpResponse<String> changeAreas(Network network, Map<String, String> form) {
        var path = PATH + "/" + network.slug();
        return send(path, path + "/areas", form);
    }

    /** From the form on that page, as a browser does. */
    private HttpResponse<String> send(String page, String path, Map<String, String> typed) {
        var token = Pattern.compile("action=\"" + path
                        + "(?:\\?[^\"]*)?\"[^>]*><input type=\"hidden\" name=\"token\" value=\"([^\"]+)")
                .matcher(get(page));
        assertThat(token.find()).isTrue();
        var form = new HashMap<>(typed);
        form.put("token", token.group(1));
        return site.post(path, form, "Cookie", cookie);
    }

    private String get(String path) {
        return site.get(path, "Cookie", cookie).body();
    }

    private static Network now(Network network) {
        return await(new NetworkStore(database.pool()).find(network.id())).orElseThrow();
    }

    private List<String> noted() {
        return await(database.pool()
                .query("select verb from audit where organisation_id = '" + ours.id()
                        + "' and (verb like 'network.%' or verb like 'programme.%') order by id")
                .execute()
                .map(rows -> rows.stream().map(row -> row.getString("verb")).toList()));
    }
}
