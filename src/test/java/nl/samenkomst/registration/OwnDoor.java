package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.spi.Gathering;

/** Own pages as their people use them: by first name, each with the address {@code name@mail.example}. */
record OwnDoor(TestDatabase database, OpenHouse house, Visitor visitor) {

    SampleEvent hybrid() {
        return SampleEvent.somewhere(database.pool())
                .attendance(Gathering.HYBRID)
                .start(Instant.now().plus(Duration.ofDays(20)));
    }

    void register(Event event, String name, String way) {
        var body = new JsonObject()
                .put("name", name)
                .put("email", name.toLowerCase(Locale.ROOT) + "@mail.example")
                .put("sector", "informal")
                .put("attendance", way);
        var answer = visitor.json("POST", "/api/v1/events/" + event.slug() + "/registrations", body.encode());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    HttpResponse<String> page(Event event, String name) {
        return visitor.get(path(event, name), "Accept-Language", "nl");
    }

    /** Presses a button of the page, with the token that its form bears. */
    HttpResponse<String> press(Event event, String name, String action, Map<String, String> fields) {
        var path = path(event, name);
        var form = new HashMap<>(fields);
        form.put("token", OwnLinks.formToken(house.links(), path.substring(path.lastIndexOf('/') + 1), action));
        return visitor.post(path + "/" + action, form, "Accept-Language", "nl");
    }

    String path(Event event, String name) {
        var id = await(database.pool()
                        .preparedQuery("select id from registration where event_id = $1 and email = $2 and not shared")
                        .execute(Tuple.of(event.id(), name.toLowerCase(Locale.ROOT) + "@mail.example")))
                .iterator()
                .next()
                .getUUID("id");
        return "/registrations/" + house.links().token("own", id, 1);
    }

    long count(String query, Event event) {
        return await(database.pool().preparedQuery(query).execute(Tuple.of(event.id())))
                .iterator()
                .next()
                .getLong(0);
    }
}
