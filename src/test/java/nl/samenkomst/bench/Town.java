package nl.samenkomst.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Plans the gatherings that people register for, by the API, as an organiser does. */
final class Town {

    private static final int SEATS = 1_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    Town(int port, String token) {
        this.address = "http://127.0.0.1:" + port + "/api/v1/";
        this.token = token;
    }

    /** A network with so many published webinars of a million seats; the result is their slugs. */
    List<String> webinars(int count) {
        post(
                "networks",
                new JsonObject()
                        .put("slug", "bench")
                        .put("name", "Bench")
                        .put("purpose", "Meten hoe snel aanmelden gaat.")
                        .put("contact", contact()));
        return IntStream.range(0, count)
                .mapToObj(number -> webinar("webinar-" + number))
                .toList();
    }

    private String webinar(String slug) {
        var day = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(60);
        post(
                "events",
                new JsonObject()
                        .put("slug", slug)
                        .put("format", "webinar")
                        .put("title", "Zorg dichtbij huis, deel " + slug.substring(8))
                        .put("summary", "Vier sprekers over samenwerken in de wijk.")
                        .put("description", "Over *welke* zorg dichtbij kan.\n\n- Wie belt wie?\n- Wat werkt al?")
                        .put("network", "bench")
                        .put("language", "nl")
                        .put("start", day + "T19:00:00Z")
                        .put("end", day + "T20:30:00Z")
                        .put("timeZone", "UTC")
                        .put("attendance", "online")
                        .put(
                                "meeting",
                                new JsonObject().put("provider", "link").put("url", "https://meet.example/zorg"))
                        .put("capacity", new JsonObject().put("online", SEATS))
                        .put("contact", contact()));
        post("events/" + slug + "/publish", new JsonObject());
        return slug;
    }

    private static JsonObject contact() {
        return new JsonObject().put("name", "Sanne de Wit").put("email", "sanne@elaa.example");
    }

    private void post(String path, JsonObject body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException failed) {
            throw new IllegalStateException(path, failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
