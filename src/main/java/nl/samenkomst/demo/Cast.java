package nl.samenkomst.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenkomst.kit.mail.EmailAddress;

/** The invented participants of a network: the same ones at every start, each with a neighbourhood whose table they visit. */
final class Cast {

    private static final JsonObject PEOPLE = Script.object("people.json");
    private static final int MANY = 130;

    private final List<Person> people;

    private Cast(List<Person> people) {
        this.people = people;
    }

    /** @param network its slug */
    static Cast of(String network) {
        var organisations = Script.objects(PEOPLE.getJsonArray(network));
        // Who is in one network is not in another.
        int first = MANY * Math.floorMod(network.hashCode(), 2);
        return new Cast(IntStream.range(0, MANY)
                .mapToObj(at -> person(first + at, organisations.get(at % organisations.size())))
                .toList());
    }

    /** Those who are invited to the steering group. */
    static List<Person> steering() {
        var invited = Script.objects(PEOPLE.getJsonArray("stuurgroep"));
        return IntStream.range(0, invited.size())
                .mapToObj(at -> invitee(at, invited.get(at)))
                .toList();
    }

    /** So many who come to this area's table, its own people first; another table is visited by others of them. */
    List<Person> at(Optional<String> area, int table, int many) {
        return people.stream()
                .sorted(Comparator.comparing(
                                (Person one) -> area.isPresent() && !one.area().equals(area))
                        .thenComparing(one -> Math.floorMod(one.number() * 37 + table * 23, 131)))
                .limit(many)
                .toList();
    }

    private static Person person(int number, JsonObject organisation) {
        var origins = PEOPLE.getJsonArray("names");
        var names = origins.getJsonObject(number % origins.size());
        int turn = number / origins.size();
        var first = pick(names.getJsonArray("first"), turn);
        var last = pick(
                names.getJsonArray("last"),
                turn * 3 + turn / names.getJsonArray("first").size());
        return new Person(
                number,
                first + " " + last,
                new EmailAddress(ascii(first) + "." + ascii(last) + "@" + organisation.getString("domain")),
                Optional.of(organisation.getString("name")).filter(name -> !name.isEmpty()),
                organisation.getString("sector"),
                Optional.of(organisation.getString("area")));
    }

    private static Person invitee(int number, JsonObject one) {
        return new Person(
                number,
                one.getString("name"),
                new EmailAddress(one.getString("email")),
                Optional.of(one.getString("organisation")),
                one.getString("sector"),
                Optional.empty());
    }

    private static String pick(JsonArray names, int turn) {
        return names.getString(turn % names.size());
    }

    /** As it stands in an address: without accents, spaces and capitals. */
    private static String ascii(String name) {
        var plain = Normalizer.normalize(name.replace('ı', 'i'), Normalizer.Form.NFD);
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z-]", "");
    }
}
