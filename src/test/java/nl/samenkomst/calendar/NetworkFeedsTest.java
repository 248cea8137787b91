package nl.samenkomst.calendar;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.NetworkPages;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.PublicFormats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** A network's gatherings, as calendars and news readers follow them. */
class NetworkFeedsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String ADDRESS = "https://samenkomst.example";
    private static final List<String> ROOMS = List.of("calendar", "event", "registration", "kit/i18n", "kit/web");
    private static final Instant WEEK_BEFORE = SampleEvent.START.minus(Duration.ofDays(7));

    @TempDir
    Path folder;

    private final Network network = SampleNetwork.in(database.pool());
    private TestSite site;

    @BeforeEach
    void serve() {
        var clock = Clock.fixed(WEEK_BEFORE, ZoneOffset.UTC);
        var networks = new NetworkShelf(database.pool());
        var formats = Formats.load(PluginFolder.open(folder));
        var used = new PublicFormats(database.pool(), formats);
        var sources = new EventSources(networks, new SeatBoard(database.pool()), formats);
        site = TestSite.serving(
                database,
                ADDRESS,
                ROOMS,
                new NetworkFeeds(
                        new Occasions(database.pool(), networks, formats),
                        TestSite.links(ADDRESS),
                        new Languages(ROOMS),
                        CalendarWorkers.of(database.vertx()),
                        clock),
                new NetworkPages(
                        new PublicAgenda(database.pool(), clock),
                        sources,
                        List.of(FollowNetwork.inHead(networks, used), FollowNetwork.inWords(networks, used)),
                        clock),
                new EventPages(new EventShelf(database.pool()), sources, List.of(new EventFile(clock)), clock));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatIsPublicIsInTheCalendarUnderTheUidOfItsOwnFile() {
        var table = event().in(database.pool());
        var off = event().cancelled().in(database.pool());

        var answer = site.get(calendar());

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/calendar; charset=utf-8; method=PUBLISH");
        assertThat(answer.body())
                .contains("METHOD:PUBLISH\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "X-PUBLISHED-TTL:PT1H\r\n")
                .contains("NAME:Wijknetwerk Almere\r\n", "X-WR-CALNAME:Wijknetwerk Almere\r\n")
                .contains("UID:event-" + table.id() + "@samenkomst\r\n", "LAST-MODIFIED:")
                .containsOnlyOnce("BEGIN:VTIMEZONE");
        assertThat(Feeds.entries(answer))
                .extracting(entry -> entry.getUid().getValue(), entry -> entry.getStatus()
                        .getValue())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("event-" + table.id() + "@samenkomst", "CONFIRMED"),
                        org.assertj.core.groups.Tuple.tuple("event-" + off.id() + "@samenkomst", "CANCELLED"));
        assertThat(Feeds.entries(answer).get(0).getDateStart().getValue().toInstant())
                .isEqualTo(table.start());
    }

    @Test
    void noPersonAndNoLinkToJoinByIsInIt() {
        event().attendance(Gathering.ONLINE).in(database.pool());
        event().in(database.pool());

        assertThat(site.get(calendar()).body() + site.get(news()).body())
                .doesNotContain("meet.example", "ORGANIZER", "ATTENDEE", "VALARM", "CONFERENCE", "/registrations/");
    }

    @Test
    void draftsAndClosedAndUnlistedAndLongPastGatheringsAreInNoFeed() {
        event().draft().in(database.pool());
        event().visibility(Event.Visibility.CLOSED).in(database.pool());
        event().visibility(Event.Visibility.LINK).in(database.pool());
        event().start(WEEK_BEFORE.minus(Duration.ofDays(100))).in(database.pool());
        SampleEvent.somewhere(database.pool()).in(database.pool());
        var lastMonth = event().start(WEEK_BEFORE.minus(Duration.ofDays(30))).in(database.pool());

        assertThat(Feeds.entries(site.get(calendar())))
                .extracting(entry -> entry.getUid().getValue())
                .containsExactly("event-" + lastMonth.id() + "@samenkomst");
        assertThat(site.get(news()).body()).containsOnlyOnce("<entry>").contains("urn:uuid:" + lastMonth.id());
    }

    @Test
    void onePartCanBeFollowed() {
        var haven = event().area(network.areas().get(0).id()).in(database.pool());
        var webinar = event().format("webinar").in(database.pool());

        var area = site.get(calendar() + "?area=haven");
        var format = site.get(calendar() + "?format=webinar");

        assertThat(Feeds.entries(area))
                .extracting(entry -> entry.getUid().getValue())
                .containsExactly(uid(haven));
        assertThat(area.body()).contains("NAME:Wijknetwerk Almere: Almere Haven\r\n");
        assertThat(Feeds.entries(format))
                .extracting(entry -> entry.getUid().getValue())
                .containsExactly(uid(webinar));
        assertThat(site.get(calendar() + "?area=haven&format=webinar").body()).doesNotContain("BEGIN:VEVENT");
        assertThat(site.get(news() + "?area=haven").body())
                .contains("urn:uuid:" + haven.id())
                .doesNotContain(webinar.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar.ics", "feed.xml"})
    void anAreaOrFormatThatIsNotThereIsRefusedInWords(String file) {
        var area = site.get("/networks/" + network.slug() + "/" + file + "?area=nergens");
        var format = site.get("/networks/" + network.slug() + "/" + file + "?format=feest&lang=en");

        assertThat(area.statusCode()).isEqualTo(404);
        assertThat(area.body()).contains("Deze buurt kennen we niet", "haven, centrum");
        assertThat(format.statusCode()).isEqualTo(404);
        assertThat(format.body()).contains("We do not know this kind", "webinar");
        assertThat(site.get("/networks/nergens/" + file).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar.ics", "feed.xml"})
    void whoHasItAlreadyIsToldThatNothingChanged(String file) {
        var event = event().in(database.pool());
        var path = "/networks/" + network.slug() + "/" + file;
        var first = site.get(path);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = site.get(path, "If-None-Match", "W/\"other\", " + tag);

        assertThat(tag).startsWith("\"");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(first.headers().firstValue("Vary")).hasValue("Accept-Language, Cookie");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(site.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(site.get(path + "?lang=en", "If-None-Match", tag).statusCode())
                .isEqualTo(200);

        await(database.pool()
                .preparedQuery(
                        "update event set version = version + 1, changed_at = changed_at + interval '1 day' where id = $1")
                .execute(Tuple.of(event.id())));
        site.close();
        serve();
        var changed = site.get(path, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    void theNewsIsAtomWhateverWasTyped() throws Exception {
        await(database.pool()
                .preparedQuery("update network set name = $2, purpose = $3 where id = $1")
                .execute(Tuple.of(network.id(), "Zorg & <b>Welzijn</b>", "Mahalle 🌷 طاولة ]]> \uFFFE")));
        var off = event().cancelled().in(database.pool());

        var answer = site.get(news());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml; charset=utf-8");
        var feed = xml(answer).getDocumentElement();
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(texts(answer, "title")).containsExactly("Zorg & <b>Welzijn</b>", "Gaat niet door: Wijktafel Haven");
        assertThat(texts(answer, "subtitle")).containsExactly("Mahalle 🌷 طاولة ]]> ");
        assertThat(texts(answer, "id")).containsExactly("urn:uuid:" + network.id(), "urn:uuid:" + off.id());
        assertThat(texts(answer, "updated")).hasSize(2).allSatisfy(moment -> assertThat(Instant.parse(moment))
                .isNotNull());
        assertThat(texts(answer, "name")).containsExactly("Elaa");
        assertThat(answer.body())
                .contains("rel=\"self\"", "href=\"" + ADDRESS + "/events/" + off.slug() + "?lang=nl\"");
    }

    @Test
    void aNetworkWithoutGatheringsHasFeedsTooOnlyEmpty() throws Exception {
        assertThat(Feeds.entries(site.get(calendar()))).isEmpty();
        assertThat(texts(site.get(news()), "updated")).hasSize(1);
    }

    @Test
    void theNetworksPageLeadsToItsFeeds() {
        var page = site.get("/networks/" + network.slug()).body();
        var area =
                site.get("/networks/" + network.slug() + "?area=haven&lang=en").body();

        assertThat(page)
                .contains("Volg in uw eigen agenda", "Almere Haven")
                .contains("href=\"webcal://samenkomst.example/networks/" + network.slug() + "/calendar.ics?lang")
                .contains("<link rel=\"alternate\" type=\"text/calendar\"")
                .contains("<link rel=\"alternate\" type=\"application/atom+xml\"")
                .doesNotContain("format=");
        assertThat(area).contains("Follow in your own calendar", "webcal://samenkomst.example" + calendar() + "?area");
    }

    @Test
    void whoOnlyLooksCanTakeAFileAlong() {
        var coming = event().in(database.pool());
        var off = event().cancelled().in(database.pool());
        var closed = event().visibility(Event.Visibility.CLOSED).in(database.pool());

        assertThat(site.get("/events/" + coming.slug()).body())
                .contains("/events/" + coming.slug() + "/event.ics", "U bent daarmee nog niet aangemeld");
        assertThat(site.get("/events/" + off.slug()).body()).doesNotContain("event.ics");
        assertThat(site.get("/events/" + closed.slug()).body()).doesNotContain("event.ics");
    }

    @Test
    void manyGatheringsAreOneFile() {
        IntStream.range(0, 300).forEach(day -> event().start(SampleEvent.START.plus(Duration.ofDays(day)))
                .in(database.pool()));
        assertThat(Feeds.entries(site.get(calendar()))).hasSize(300);
    }

    private SampleEvent event() {
        return SampleEvent.of(network);
    }

    private String calendar() {
        return "/networks/" + network.slug() + "/calendar.ics";
    }

    private String news() {
        return "/networks/" + network.slug() + "/feed.xml";
    }

    private static String uid(Event event) {
        return "event-" + event.id() + "@samenkomst";
    }

    private static List<String> texts(HttpResponse<String> answer, String element) throws Exception {
        var nodes = xml(answer).getElementsByTagNameNS("http://www.w3.org/2005/Atom", element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static Document xml(HttpResponse<String> answer) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }
}
