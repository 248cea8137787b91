package nl.samenkomst.event;

import static nl.samenkomst.event.DeskHouse.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events are planned on one page. */
class PlanningTest {

    private static final String NEW = "/organise/events/new";
    private static final String EDIT = "/organise/events/tafel/edit";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private DeskHouse house;

    @BeforeEach
    void open() {
        house = new DeskHouse(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SampleEvent event() {
        return SampleEvent.of(house.network).slug("tafel");
    }

    private PlanForm begun() {
        return PlanForm.on(house.reads(NEW + "?format=wijktafel"), NEW)
                .typing("title", "Wie kent de weg?")
                .typing("home", house.network.slug() + "/haven")
                .typing("date", "10-12-2026")
                .typing("venue.name", "De Ruimte")
                .typing("venue.floorArea", "56")
                .typing("venue.distance", "1,5")
                .typing("capacity.online", "60")
                .typing("contact.name", "Karin Hoekstra")
                .typing("contact.email", "karin@elaa.example");
    }

    private PlanForm edited() {
        return PlanForm.on(house.reads(EDIT), EDIT);
    }

    @Test
    void oneChoosesAKindByItsOwnWordsOrAnEventToCopy() {
        event().in(database.pool());

        assertThat(house.reads(NEW))
                .contains("Wat voor bijeenkomst wordt het?", "Wijktafel", "format&#x3D;bootcamp", "copy&#x3D;tafel");
    }

    @Test
    void aFormMakesADraftByTheClocksOfTheNetwork() {
        var there = leadsTo(house.post(NEW, begun().pressing("save")));

        assertThat(house.reads(there)).contains("Bewaard.", "Concept");
        var event = house.stored("wie-kent-de-weg");
        assertThat(event.draft()).isTrue();
        assertThat(event.start()).isEqualTo(Instant.parse("2026-12-10T18:00:00Z"));
        assertThat(event.end()).isEqualTo(Instant.parse("2026-12-10T20:00:00Z"));
        assertThat(event.venue().orElseThrow().distance()).contains(1.5);
        assertThat(event.area())
                .contains(house.network.area("haven").orElseThrow().id());
        assertThat(house.log(event)).containsExactly("event.create");
    }

    @Test
    void oneButtonMakesAndPublishesOrDoesNeither() {
        leadsTo(house.post(NEW, begun().pressing("publish")));
        assertThat(house.stored("wie-kent-de-weg").published()).isTrue();

        var unseated = begun().typing("title", "Zonder plek")
                .typing("venue.distance", "")
                .pressing("publish");
        var answer = house.post(NEW, unseated);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#capacity-onSite\"", "Zeg hoeveel plekken er in de zaal zijn");
        assertThat(house.get("/organise/events/zonder-plek").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
        var form = begun().typing("title", "")
                .typing("date", "31-02-2026")
                .typing("from", "half acht")
                .typing("home", "")
                .typing("capacity.onSite", "veel")
                .typing("contact.email", "karin@");

        var answer = house.post(NEW, form.pressing("save"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Fout: ", "Titel: Vul dit in.", "Datum: Vul een dag in", "Van: Vul een tijd in")
                .contains("Netwerk of wijk: ", "Plekken in de zaal: Vul een heel getal in", "E-mailadres: Vul een")
                .contains("id=\"from-error\"", "value=\"half acht\"", "value=\"veel\"", "value=\"De Ruimte\"")
                .doesNotContain("RFC", "UTC");
    }

    @Test
    void hoursAreReadAsPeopleWriteThemAndAnHourThatIsSkippedIsNone() {
        var form = begun().typing("date", "2026-12-10").typing("from", "19:00").typing("to", "21");
        leadsTo(house.post(NEW, form.pressing("save")));
        assertThat(house.stored("wie-kent-de-weg").end()).isEqualTo(Instant.parse("2026-12-10T20:00:00Z"));

        var night = begun().typing("date", "28-03-2027").typing("from", "2.30").typing("to", "4.00");
        assertThat(house.post(NEW, night.pressing("save")).body()).contains("Van: Deze tijd bestaat op die dag niet");
        var backwards = begun().typing("to", "18.00");
        assertThat(house.post(NEW, backwards.pressing("save")).body()).contains("Tot: Het einde moet na het begin");
    }

    @Test
    void theSeatsThatFollowFromTheRoomAreCountedAndDrawnBeforeAnythingIsSaved() {
        var counted = house.post(NEW, begun().typing("capacity.onSite", "20").pressing("count"));

        assertThat(counted.statusCode()).isEqualTo(200);
        assertThat(counted.body()).contains("Er passen 24 stoelen. U geeft er 20 vrij.", "<svg class=\"chart\"");
        assertThat(counted.body()).contains("Dit is een donderdag.");
    }

    @Test
    void rowsAreAddedMovedAndTakenAwayByButtonsAndNothingTypedIsLost() {
        var one = house.post(NEW, begun().pressing("add:questions")).body();
        var two = house.post(
                        NEW,
                        PlanForm.on(one, NEW)
                                .typing("questions[0].label", "Welke soep?")
                                .pressing("add:questions"))
                .body();
        var form = PlanForm.on(two, NEW).typing("questions[1].label", "Neemt u iemand mee?");
        var moved = PlanForm.on(house.post(NEW, form.pressing("up:questions:1")).body(), NEW);

        assertThat(moved.found("questions[0].label")).isEqualTo("Neemt u iemand mee?");
        assertThat(moved.found("questions[1].label")).isEqualTo("Welke soep?");
        assertThat(moved.found("title")).isEqualTo("Wie kent de weg?");
        leadsTo(house.post(NEW, moved.typing("questions[0].kind", "yes_no").pressing("save")));
        assertThat(house.stored("wie-kent-de-weg").questions())
                .extracting(Question::id)
                .containsExactly("neemt-u-iemand-mee", "welke-soep");

        var less = PlanForm.on(
                house.post(NEW, moved.pressing("remove:questions:0")).body(), NEW);
        assertThat(less.found("questions[0].label")).isEqualTo("Welke soep?");
        assertThat(less.found("questions[1].label")).isEqualTo("nothing");
    }

    @Test
    void aDraftIsChangedInTwoLanguagesAndOtherWordsGoWithoutTrace() {
        event().draft().in(database.pool());

        leadsTo(house.post(
                EDIT, edited().typing("texts.en.title", "Harbour table").pressing("save")));
        assertThat(house.stored("tafel").text("en").title()).isEqualTo("Harbour table");

        leadsTo(house.post(EDIT, edited().typing("texts.en.title", "").pressing("save")));
        assertThat(house.stored("tafel").texts()).containsOnlyKeys("nl");
    }

    @Test
    void savingWhatWasNotTouchedChangesNothing() {
        var event = event().draft()
                .questions(new Question("soup", Question.Kind.ONE_OF, "Soep?", true, List.of("ja", "nee")))
                .in(database.pool());

        leadsTo(house.post(EDIT, edited().pressing("save")));

        assertThat(house.stored("tafel")).isEqualTo(event);
    }

    @Test
    void aCopyHasEverythingButTheDay() {
        event().attendance(Gathering.ON_SITE).in(database.pool());

        var copy = PlanForm.on(house.reads(NEW + "?copy=tafel"), NEW);

        assertThat(copy.found("date")).isEmpty();
        assertThat(copy.found("venue.name")).isEqualTo("De Schoor");
        assertThat(copy.found("attendance")).isEqualTo("on_site");
        leadsTo(house.post(NEW, copy.typing("date", "17-12-2026").pressing("save")));
        assertThat(house.stored("wijktafel-haven").draft()).isTrue();
        SampleEvent.somewhere(database.pool()).slug("elders").in(database.pool());
        assertThat(house.get(NEW + "?copy=elders").statusCode()).isEqualTo(404);
    }

    @Test
    void staffSeeADraftAsVisitorsWillAndTheMailTheyWillGetInAFrameThatSendsNothing() {
        event().seats(12).draft().in(database.pool());

        var page = house.get("/organise/events/tafel/preview");
        var mail = house.get("/organise/events/tafel/preview/mail");

        assertThat(house.reads(EDIT)).contains("<iframe", "src=\"/organise/events/tafel/preview\"");
        assertThat(page.body()).contains("Wijktafel Haven", "De Schoor");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'", "form-action 'none'")
                .doesNotContain("unsafe");
        assertThat(mail.body()).contains("De eerste zin.");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;")
                .contains("frame-ancestors 'self'");
        assertThat(house.reads(EDIT)).doesNotContain("javascript:");
    }
}
