package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.registration.Hallway;

/** The whole house, with somebody who works there as a facilitator, and what authors and they do with one quote. */
final class QuoteHouse implements AutoCloseable {

    private final TestDatabase database;
    private final OpenHouse house;
    private final Organisation ours;
    private final String bearer;
    private final String session;

    QuoteHouse(TestDatabase database, Path data) {
        this.database = database;
        this.house = OpenHouse.on(database.url(), data, Map.of());
        var staff = new SomeStaff(database.pool());
        this.ours = staff.organisation("elaa");
        this.bearer = staff.bearer(ours, Role.FACILITATOR);
        this.session = staff.session(staff.member(ours, Role.FACILITATOR));
        await(database.pool()
                .query("update organisation set embedders = '{https://elaa.example}'")
                .execute());
    }

    /** A gathering that is over, in a network of its own. */
    Evening evening() {
        return new Evening(database, this, ours);
    }

    OpenHouse open() {
        return house;
    }

    Visitor visitor() {
        return house.visitor();
    }

    Links links() {
        return house.links();
    }

    String bearer() {
        return bearer;
    }

    String session() {
        return session;
    }

    Hallway hall() {
        return new Hallway(database, Instant.now().minus(Duration.ofDays(1)));
    }

    /** The author's link in the answer to who gave words. */
    String link(HttpResponse<String> answer) {
        var found = Pattern.compile("/quotes/[A-Za-z0-9_-]{43}").matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group();
    }

    UUID quote(HttpResponse<String> answer) {
        return Links.id(link(answer).replace("/quotes/", "")).orElseThrow();
    }

    /** Presses a button on the author's page. */
    HttpResponse<String> own(HttpResponse<String> given, String action, String... fields) {
        var quote = await(new QuoteStore(database.pool()).find(quote(given))).orElseThrow();
        var form = new HashMap<String, String>();
        form.put("token", AuthorLinks.formToken(links(), quote, action));
        form.put("version", String.valueOf(quote.version()));
        form.putAll(fields(fields));
        return visitor().post(link(given) + "/" + action, form);
    }

    /** Presses a button in the workspace. */
    HttpResponse<String> act(UUID quote, String action, String... fields) {
        var form = new HashMap<String, String>();
        form.put("version", String.valueOf(version(quote)));
        form.putAll(fields(fields));
        return visitor().post("/organise/quotes/" + quote + "/" + action, form, "Authorization", bearer);
    }

    /** Names and values by turns. */
    static Map<String, String> fields(String... fields) {
        var form = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    HttpResponse<String> look(UUID quote) {
        return visitor().get("/organise/quotes/" + quote + "/look", "Cookie", session);
    }

    HttpResponse<String> patch(UUID quote, String tag, String status) {
        return visitor()
                .json(
                        "PATCH",
                        "/api/v1/quotes/" + quote,
                        new JsonObject().put("status", status).encode(),
                        "Authorization",
                        bearer,
                        "If-Match",
                        tag);
    }

    long version(UUID quote) {
        return await(new QuoteStore(database.pool()).find(quote)).orElseThrow().version();
    }

    /** The latest, as it is kept. */
    Row wording(UUID quote) {
        return await(database.pool()
                .preparedQuery("select * from wording where quote_id = $1 order by version desc limit 1")
                .execute(Tuple.of(quote))
                .map(rows -> rows.iterator().next()));
    }

    int wordings(UUID quote) {
        return await(database.pool()
                .preparedQuery("select version from wording where quote_id = $1")
                .execute(Tuple.of(quote))
                .map(rows -> rows.size()));
    }

    /** All caught mails whose subjects begin so. */
    String mail(String subject) {
        return Pattern.compile("<a href=\"/dev/mail/([^\"?]+)[^>]*>" + subject)
                .matcher(visitor().get("/dev/mail").body())
                .results()
                .map(found ->
                        visitor().get("/dev/mail/" + found.group(1) + "/text").body())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        house.close();
    }
}
