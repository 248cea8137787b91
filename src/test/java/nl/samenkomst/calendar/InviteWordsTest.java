package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.Written;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.Registration.Status;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of every letter with an invitation, held letter for letter in both languages. */
class InviteWordsTest {

    private static final UUID ID = UUID.fromString("0195f2ab-3c4d-7000-8000-0123456789ab");
    private static final Links LINKS = TestSite.links("https://samenkomst.example");
    private static final Languages LANGUAGES = new Languages(List.of("calendar", "event", "kit/i18n"));

    private static final Letterhead HEAD = new Letterhead("Elaa", "#0b5c63");
    private static final List<Optional<String>> NAMES = Stream.concat(
                    Stream.of(
                            "Fatima Bouali",
                            "Ayşe Yıldız-Çelik",
                            "عبد الرحمن, أبو سلام",
                            "Wim 🌷; 't Hart: jr. <b>&amp;\"`=",
                            "**dik** [hier](https://x.example) | # > - @ \\ {{name}}",
                            "https://x.example/?a=1&b=2",
                            "een  twee\u00a0drie",
                            " ervoor en erna ",
                            "\ttab\r\nregel",
                            "bidi\u202e\u2066 en \ue02a en \ufdd0 en \ufdd1",
                            "=",
                            "a".repeat(200)),
                    new Random(7).ints(300, 1, 25).mapToObj(InviteWordsTest::name))
            .map(name -> Optional.of(name).filter(one -> !one.isEmpty()))
            .toList();

    /** By chance, always the same: of all planes, and often of the signs that letters are written with. */
    private static String name(int length) {
        var random = new Random(length * 31L);
        var signs = "*[]()|#>-=@:\\ &<>\"'`/.{}\u00e9\u0131\u0634\ue001";
        return random.ints(length, 0, 3)
                .mapToObj(kind -> kind == 0
                        ? Character.toString(signs.charAt(random.nextInt(signs.length())))
                        : Character.toString(kind == 1 ? 'a' + random.nextInt(26) : 0x1f300 + random.nextInt(200)))
                .collect(Collectors.joining());
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "invitation, ON_SITE, nl, CONFIRMED, ''",
        "invitation, ONLINE, en, CONFIRMED, ''",
        "again, ON_SITE, nl, CONFIRMED, ''",
        "resent, ON_SITE, nl, CONFIRMED, ''",
        "promoted, ON_SITE, en, CONFIRMED, ''",
        "promoted, ONLINE, nl, CONFIRMED, ''",
        "switched, ONLINE, nl, CONFIRMED, ''",
        "switched, ON_SITE, en, CONFIRMED, ''",
        "cancellation, ON_SITE, nl, CANCELLED, self",
        "cancellation, ONLINE, en, CANCELLED, organiser"
    })
    void theLetterIsTheGoldenOne(String letter, Attendance way, String language, Status status, String by)
            throws IOException {
        var written = written(letter, way, language, registration(way, status, by, Optional.of("Fatima Bouali")));

        assertThat("Subject: " + written.subject() + "\n\n" + written.text()).isEqualTo(golden(letter, language));
    }

    @ParameterizedTest
    @CsvSource({
        "changed, ON_SITE, nl, CONFIRMED",
        "changed, ONLINE, en, CONFIRMED",
        "choose, ON_SITE, nl, CHOOSE",
        "choose, ONLINE, en, CHOOSE",
        "called-off, ON_SITE, nl, CONFIRMED",
        "called-off, ONLINE, en, CONFIRMED"
    })
    void theLetterAboutTheGatheringIsTheGoldenOne(String letter, Attendance way, String language, Status status)
            throws IOException {
        var written = written(letter, way, language, registration(way, status, "", Optional.of("Fatima Bouali")));

        assertThat("Subject: " + written.subject() + "\n\n" + written.text()).isEqualTo(golden(letter, language));
    }

    @Test
    void whoHasASeatOnlineAndStandsInLineForTheRoomReadsBoth() {
        var written = written("invitation", Attendance.ONLINE, "nl", wanting());

        assertThat(written.text()).contains("Daarom staat u ook op de wachtlijst voor de zaal.");
    }

    @Test
    void whoWasErasedIsNotNamedAndGetsNoLinkThatWorksNoMore() {
        var written = written(
                "cancellation",
                Attendance.ON_SITE,
                "nl",
                registration(Attendance.ON_SITE, Status.CANCELLED, "erased", Optional.empty()));

        assertThat(written.text())
                .contains("Uw plek is nu vrij", "Uw gegevens zijn gewist.")
                .doesNotContain("Beste", "/registrations/");
    }

    @Test
    void theButtonLeadsToOnesOwnPage() {
        var one = registration(Attendance.ON_SITE, Status.CONFIRMED, "", Optional.of("Fatima"));

        assertThat(written("invitation", Attendance.ON_SITE, "nl", one).html())
                .contains("<a href=\"" + LINKS.url(OwnLinks.path(LINKS, one)) + "\" style=\"display:inline-block");
    }

    private Written written(String letter, Attendance way, String language, Registration one) {
        return LetterTemplates.compile(folder, InviteLetters.ALL)
                .write(
                        "calendar/" + letter,
                        language,
                        HEAD,
                        alike(way, language, one),
                        LetterValues.ofPerson(one, LINKS));
    }

    private Map<String, String> alike(Attendance way, String language, Registration one) {
        var words = LANGUAGES.in(language);
        var values = new HashMap<>(LetterValues.ofOccasion(occasion(), way, words, LINKS));
        values.putAll(LetterValues.ofStanding(one, occasion().event(), words));
        values.putAll(difference(way).values(words));
        values.put("message", "De zaal staat blank. Wij zoeken een nieuwe datum.");
        return values;
    }

    @Test
    void whatIsWrittenOnceForManyReadsAsIfItWereWrittenForEach() {
        var templates = LetterTemplates.compile(folder, InviteLetters.ALL);
        for (var letter : InviteLetters.ALL) {
            for (var language : Languages.TAGS) {
                for (var way : Attendance.values()) {
                    for (var name : NAMES) {
                        var one = registration(way, Status.CONFIRMED, "", name);
                        var own = LetterValues.ofPerson(one, LINKS);
                        var values = alike(way, language, one);
                        var all = new HashMap<>(values);
                        all.putAll(own);

                        assertThat(templates.write(letter, language, HEAD, values, own))
                                .isEqualTo(templates.write(letter, language, HEAD, all));
                    }
                }
            }
        }
    }

    /** It was an hour earlier, in the room. */
    private Difference difference(Attendance way) {
        var now = Shown.of(occasion().event(), way);
        var was = new Shown(
                now.start().minus(Duration.ofHours(1)),
                now.end().minus(Duration.ofHours(1)),
                now.zone(),
                Attendance.ON_SITE,
                "Buurthuis De Kap",
                "");
        return Difference.between(Optional.of(was.json()), now);
    }

    private Occasion occasion() {
        var organisation = new Organisation(ID, "elaa", "Elaa", List.of("nl", "en"), "0b5c63", Optional.empty(), 1);
        var haven = new Area(UUID.randomUUID(), ID, "haven", "Almere Haven", Optional.empty());
        var network = new Network(
                ID,
                ID,
                "almere",
                "Wijknetwerk Almere",
                "",
                Optional.empty(),
                Optional.empty(),
                ZoneId.of("Europe/Amsterdam"),
                List.of(haven),
                1);
        var event = SampleEvent.of(network).slug("tafel-haven").area(haven.id()).event();
        return new Occasion(
                event,
                new Housed(network, organisation),
                Formats.load(PluginFolder.open(folder)).find("wijktafel"));
    }

    private static Registration wanting() {
        return registration(
                Attendance.ONLINE,
                Optional.of(Attendance.ON_SITE),
                Status.CONFIRMED,
                Optional.empty(),
                Optional.empty());
    }

    private static Registration registration(Attendance way, Status status, String by, Optional<String> name) {
        return registration(way, Optional.empty(), status, Optional.of(by).filter(who -> !who.isEmpty()), name);
    }

    private static Registration registration(
            Attendance way, Optional<Attendance> wants, Status status, Optional<String> by, Optional<String> name) {
        return new Registration(
                ID,
                ID,
                ID,
                Optional.of("fatima@mail.example"),
                false,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "nl",
                way,
                wants,
                status,
                1,
                Optional.of(SampleEvent.START.minus(Duration.ofDays(6))).filter(until -> status == Status.CHOOSE),
                by,
                "none",
                "unknown",
                1,
                new JsonObject(),
                1,
                1,
                SampleEvent.START.minus(Duration.ofDays(16)));
    }

    private static String golden(String letter, String language) throws IOException {
        try (InputStream file = InviteWordsTest.class.getResourceAsStream(letter + "." + language + ".txt")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
