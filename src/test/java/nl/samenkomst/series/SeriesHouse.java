package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;

/** The whole server with a network, whose organiser makes series by calls; and somebody who joins them by the form. */
final class SeriesHouse implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    final TestDatabase database;
    final OpenHouse house;
    final Network network;
    final Organisation organisation;
    private final Visitor visitor;
    private final String bearer;

    SeriesHouse(TestDatabase database, Path data) {
        this.database = database;
        this.house = OpenHouse.on(database.url(), data, Map.of());
        this.visitor = house.visitor();
        this.network = SampleNetwork.in(database.pool());
        this.organisation = await(new OrganisationStore(database.pool()).find(network.organisation()))
                .orElseThrow();
        this.bearer = new SomeStaff(database.pool()).bearer(organisation, Role.ORGANISER);
    }

    Visitor visitor() {
        return visitor;
    }

    String bearer() {
        return bearer;
    }

    @Override
    public void close() {
        house.close();
    }

    JsonObject described(String title) {
        return Round.json(network).put("title", title);
    }

    String series(String title) {
        return series(described(title));
    }

    String series(JsonObject json) {
        var made = visitor.json("POST", "/api/v1/series", json.encode(), "Authorization", bearer);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new JsonObject(made.body()).getString("slug");
    }

    /** A published date of it, three weeks from now. */
    String date(String slug) {
        var series = new JsonObject(
                visitor.get("/api/v1/series/" + slug, "Authorization", bearer).body());
        var day = LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam")).plusWeeks(3);
        var event = Round.json(network)
                .put("title", series.getString("title"))
                .put("series", slug)
                .put("start", DatePattern.written(day.atTime(19, 0).atZone(java.time.ZoneId.of("Europe/Amsterdam"))))
                .put("end", DatePattern.written(day.atTime(21, 0).atZone(java.time.ZoneId.of("Europe/Amsterdam"))));
        event.remove("time");
        event.remove("minutes");
        var made = visitor.json("POST", "/api/v1/events", event.encode(), "Authorization", bearer);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var name = new JsonObject(made.body()).getString("slug");
        var published = visitor.json("POST", "/api/v1/events/" + name + "/publish", "{}", "Authorization", bearer);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        return name;
    }

    String token(String slug) {
        var page = visitor.get("/series/" + slug, "Accept-Language", "nl");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var found = TOKEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    HttpResponse<String> join(String slug, String name, String token) {
        return visitor.post(
                "/series/" + slug + "/members",
                Map.of(
                        "token",
                        token,
                        "name",
                        name,
                        "email",
                        name.toLowerCase(java.util.Locale.ROOT) + "@mail.example",
                        "sector",
                        "informal",
                        "attendance",
                        "on_site",
                        "ifFull",
                        "wait"),
                "Accept-Language",
                "nl");
    }

    String own(String slug) {
        return "/members/" + house.links().token("member", member(slug), 1);
    }

    UUID member(String slug) {
        return await(database.pool()
                        .preparedQuery(
                                "select m.id from member m join series s on s.id = m.series_id where s.slug = $1")
                        .execute(Tuple.of(slug)))
                .iterator()
                .next()
                .getUUID(0);
    }

    HttpResponse<String> press(String own, String action, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        var id = Links.id(own.substring("/members/".length())).orElseThrow();
        var member = await(new MemberStore(database.pool()).find(id)).orElseThrow();
        form.put("token", MemberLinks.formToken(house.links(), member, action));
        return visitor.post(own + "/" + action, form, "Accept-Language", "nl");
    }

    long letters(String slug) {
        return count("""
                select count(*) from outbox where ids ->> 'series' = (select id::text from series where slug = $1)
                """, slug);
    }

    long members(String slug) {
        return count("select count(*) from member where series_id = (select id from series where slug = $1)", slug);
    }

    long count(String query, String slug) {
        return await(database.pool().preparedQuery(query).execute(Tuple.of(slug)))
                .iterator()
                .next()
                .getLong(0);
    }
}
