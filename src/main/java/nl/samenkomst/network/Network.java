package nl.samenkomst.network;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Contact;

/**
 * A lasting network of people who care for one part of a city.
 *
 * @param accent its own colour, where it differs from its organisation's
 * @param areas its neighbourhoods, in the order the organiser gave
 */
public record Network(
        UUID id,
        UUID organisation,
        String slug,
        String name,
        String purpose,
        Optional<String> accent,
        Optional<Contact> contact,
        ZoneId zone,
        List<Area> areas,
        long version) {

    public Network {
        areas = List.copyOf(areas);
    }

    public Optional<Area> area(UUID id) {
        return areas.stream().filter(area -> area.id().equals(id)).findFirst();
    }

    public Optional<Area> area(String slug) {
        return areas.stream().filter(area -> area.slug().equals(slug)).findFirst();
    }
}
