package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What organisers see of answers, and what they may do about it. */
class AnswersDeskTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Pattern TOKEN =
            Pattern.compile("action=\"([^\"]+)\"><input type=\"hidden\" name=\"token\" value=\"([^\"]+)\"");

    static TestSite site;

    private final SomeStaff staff = new SomeStaff(database.pool());
    private FullRoom room;
    private Organisation ours;
    private String owner;
    private String organiser;
    private String facilitator;

    @BeforeAll
    static void serve() {
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account", "event", "calendar"),
                new RepliesDesk(database.pool(), FullRoom.NOW),
                new DeliveryDesk(
                        database.pool(),
                        Formats.load(PluginFolder.none()),
                        new Outbox("samenkomst.example"),
                        FullRoom.NOW));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void aFullRoomAndItsStaff() {
        room = new FullRoom(database);
        ours = await(new OrganisationStore(database.pool()).find(room.event.organisation()))
                .orElseThrow();
        owner = staff.session(staff.member(ours, Role.OWNER));
        organiser = staff.session(staff.member(ours, Role.ORGANISER));
        facilitator = staff.session(staff.member(ours, Role.FACILITATOR));
    }

    @Test
    void whatNeedsALookStandsThereUntilSomebodySawIt() {
        room.take("counter");

        var page = get("/organise/replies", organiser).body();
        assertThat(page)
                .contains("Fatima", "Stelt een andere tijd voor", "Kan het een dag later?", "2026-12-11 19:00")
                .contains("/organise/events/" + room.event.slug() + "/delivery");
        assertThat(press(page, "/done", organiser, Map.of()).statusCode()).isEqualTo(303);
        assertThat(get("/organise/replies", organiser).body())
                .contains("Er is niets te bekijken.")
                .doesNotContain("Fatima");
    }

    @Test
    void aFacilitatorReadsAndPressesNothing() {
        room.take("counter");

        assertThat(get("/organise/replies", facilitator).body())
                .contains("Fatima")
                .doesNotContain("/done");
        assertThat(get(board(), facilitator).body()).contains("Fatima").doesNotContain("Stuur opnieuw");
        assertThat(site.post(board(), Map.of("token", "x"), "Cookie", facilitator)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatBelongsToNobodyIsForOwnersAndNamesNobody() {
        room.take("no-uid");
        room.take("unknown-uid");

        assertThat(get("/organise/replies", organiser).body()).contains("Er is niets te bekijken.");
        assertThat(get("/organise/replies", owner).body())
                .contains("niet te lezen", "niet van ons is")
                .doesNotContain("fatima@mail.example");
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        room.take("counter");
        var page = get("/organise/replies", organiser).body();
        var theirs = staff.session(staff.member(staff.organisation("theirs"), Role.OWNER));
        var action = TOKEN.matcher(page);
        assertThat(action.find()).isTrue();

        assertThat(get("/organise/replies", theirs).body()).doesNotContain("Fatima");
        assertThat(get(board(), theirs).statusCode()).isEqualTo(404);
        var path = action.group(1).replace("&#x3D;", "=").replaceFirst("\\?.*", "");
        assertThat(site.post(path, Map.of("token", action.group(2)), "Cookie", theirs)
                        .statusCode())
                .isIn(403, 404);
        assertThat(room.toLook()).containsExactly("counter");
    }

    @Test
    void theBoardTellsWhatReachedWhomAndWhatTheyAnswered() {
        room.run("update invite set sent_at = '2026-12-02T10:00:00Z'");
        room.take("outlook-desktop");

        assertThat(get(board(), organiser).body())
                .contains("Fatima", "versie 0, woensdag 2 december om 11.00 uur", "Bezorgd", "komt (", "per mail")
                .doesNotContain("Grace", "nog de oude stand");
    }

    @Test
    void whoseMailCameBackStillHasTheOldStateAndIsSentItAgain() {
        room.take("bounce");
        var page = get(board(), organiser).body();
        assertThat(page).contains("1 mens heeft nog de oude stand", "Geweigerd", "550 5.1.1");

        var answer = press(page, "/delivery", organiser, Map.of());

        assertThat(answer.headers().firstValue("Location")).hasValue(board() + "?sent=1");
        assertThat(room.waiting()).contains("calendar/resent fatima@mail.example");
        assertThat(get(board() + "?sent=1", organiser).body())
                .contains("1 mail wordt opnieuw gestuurd.", "Onderweg", "1 mail is nog onderweg.")
                .doesNotContain("nog de oude stand");
        assertThat(press(page, "/delivery", organiser, Map.of()).headers().firstValue("Location"))
                .hasValue(board() + "?sent=0");
    }

    @Test
    void oneCanBeSentToAlone() {
        var page = get(board(), organiser).body();

        var answer = press(
                page,
                "/delivery",
                organiser,
                Map.of("registration", room.fatima.id().toString()));

        assertThat(answer.headers().firstValue("Location")).hasValue(board() + "?sent=1");
        assertThat(press(
                                page,
                                "/delivery",
                                organiser,
                                Map.of("registration", room.event.id().toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoDeclinedIsOwedNothing() {
        room.take("outlook-com");

        assertThat(get(board(), organiser).body()).contains("Niets te melden", "komt niet (");
    }

    @Test
    void aLongListGoesOn() {
        room.take("counter");
        room.take("delegated");

        var first = get("/organise/replies?limit=1", organiser).body();
        var next = first.replaceAll("(?s).*href=\"(/organise/replies[^\"]*after[^\"]+)\".*", "$1")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");

        assertThat(get(next, organiser).body()).contains("Fatima");
    }

    @Test
    void aDraftOfAnEventHasABoardToo() {
        var draft = SampleEvent.somewhere(database.pool()).draft().in(database.pool());
        var its = await(new OrganisationStore(database.pool()).find(draft.organisation()))
                .orElseThrow();

        assertThat(get(
                                "/organise/events/" + draft.slug() + "/delivery",
                                staff.session(staff.member(its, Role.FACILITATOR)))
                        .body())
                .contains("Er is nog niemand uitgenodigd.");
    }

    private String board() {
        return "/organise/events/" + room.event.slug() + "/delivery";
    }

    private static HttpResponse<String> get(String path, String cookie) {
        return site.get(path, "Cookie", cookie);
    }

    /** Presses the first button of a form that leads to where this ends. */
    private static HttpResponse<String> press(String page, String ending, String cookie, Map<String, String> more) {
        var forms = TOKEN.matcher(page);
        while (forms.find()) {
            var action = forms.group(1).replace("&#x3D;", "=");
            if (action.replaceFirst("\\?.*", "").endsWith(ending)) {
                var fields = new java.util.HashMap<>(more);
                fields.put("token", forms.group(2));
                return site.post(action, fields, "Cookie", cookie);
            }
        }
        throw new AssertionError("no form to " + ending + " in " + page);
    }
}
