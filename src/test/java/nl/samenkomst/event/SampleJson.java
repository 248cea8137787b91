package nl.samenkomst.event;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.samenkomst.network.Network;

/** Events as organisers send them. */
public final class SampleJson {

    private SampleJson() {}

    /** A hybrid wijktafel of twenty seats in the room. */
    public static JsonObject wijktafel(Network network) {
        return new JsonObject()
                .put("format", "wijktafel")
                .put("title", "Wijktafel Haven")
                .put("summary", "Samen aan tafel.")
                .put("description", "Kom **langs**.")
                .put("network", network.slug())
                .put("area", "haven")
                .put("language", "nl")
                .put("start", "2026-12-10T19:00:00+01:00")
                .put("end", "2026-12-10T21:00:00+01:00")
                .put("timeZone", "Europe/Amsterdam")
                .put("attendance", "hybrid")
                .put("venue", new JsonObject().put("name", "De Schoor").put("address", "Baltimoreplein 112, Almere"))
                .put("meeting", new JsonObject().put("provider", "link").put("url", "https://meet.example/haven"))
                .put("capacity", new JsonObject().put("onSite", 20))
                .put(
                        "speakers",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("name", "Nadia Amrani")
                                        .put("role", "gebiedsmanager")))
                .put(
                        "agenda",
                        new JsonArray()
                                .add(new JsonObject().put("time", "19:15").put("title", "Kennismaken")))
                .put("contact", new JsonObject().put("name", "Sanne de Wit").put("email", "sanne@elaa.example"))
                .put(
                        "questions",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "soup")
                                        .put("label", "Welke soep?")
                                        .put("kind", "one_of")
                                        .put("required", true)
                                        .put(
                                                "choices",
                                                new JsonArray().add("tomaat").add("linzen"))));
    }
}
