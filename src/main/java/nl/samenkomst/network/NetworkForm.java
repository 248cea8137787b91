package nl.samenkomst.network;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.account.ContactForm;
import nl.samenkomst.account.Contacts;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.kit.web.JsonReader;

/** A network as JSON: read from what an organiser sent, written as the API shows it. */
final class NetworkForm {

    private static final int LINE = 200;
    private static final int PURPOSE = 5_000;
    private static final int ADDRESS = 2_000;
    private static final int AREAS = 200;
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Amsterdam");

    private NetworkForm() {}

    /**
     * The network that was described, or a 422.
     *
     * @param before as it was, empty for a new one; areas are the same by their slug
     */
    static Network read(JsonObject json, UUID organisation, Optional<Network> before) {
        var faults = new Faults();
        var reader = JsonReader.of(json, faults);
        var id = before.map(Network::id).orElseGet(UUID::randomUUID);
        var name = reader.needed("name", reader.line("name", LINE));
        var slug = reader.slug("slug");
        slug.filter("new"::equals).ifPresent(taken -> reader.fault("slug", "network.api.slug"));
        var network = new Network(
                id,
                organisation,
                slug.orElseGet(() -> Slugs.of(name.orElse(""), "network")),
                name.orElse(""),
                reader.prose("purpose", PURPOSE).orElse(""),
                reader.accent("accent"),
                reader.inner("contact").flatMap(ContactForm::read),
                reader.zone("timeZone").orElse(USUAL_ZONE),
                areas(reader, id, before),
                before.map(Network::version).orElse(1L));
        reader.end();
        faults.refuse();
        return network;
    }

    private static List<Area> areas(JsonReader network, UUID id, Optional<Network> before) {
        var seen = new HashSet<String>();
        return network.inners("areas", AREAS).stream()
                .map(reader -> area(reader, id, before, seen))
                .toList();
    }

    private static Area area(JsonReader reader, UUID network, Optional<Network> before, Set<String> seen) {
        var name = reader.needed("name", reader.line("name", LINE)).orElse("");
        var slug = reader.slug("slug").orElseGet(() -> Slugs.of(name, "area"));
        var link = reader.address("groupLink", ADDRESS).map(Object::toString);
        if (!seen.add(slug)) {
            reader.fault("slug", "network.api.area");
        }
        reader.end();
        Optional<Area> known = before.flatMap(old -> old.area(slug));
        return new Area(known.map(Area::id).orElseGet(UUID::randomUUID), network, slug, name, link);
    }

    static JsonObject json(Network network) {
        var areas = new JsonArray();
        network.areas()
                .forEach(area -> areas.add(new JsonObject()
                        .put("slug", area.slug())
                        .put("name", area.name())
                        .put("groupLink", area.groupLink().orElse(null))));
        return new JsonObject()
                .put("slug", network.slug())
                .put("name", network.name())
                .put("purpose", network.purpose())
                .put("accent", network.accent().orElse(null))
                .put("timeZone", network.zone().getId())
                .put("areas", areas)
                .put(
                        "contact",
                        network.contact()
                                .map(contact -> Contacts.write(Optional.of(contact)))
                                .orElse(null));
    }
}
