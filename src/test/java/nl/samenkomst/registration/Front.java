package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.account.Account;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;

/** The workspace's pages about people, as an organiser with a session uses them: opened, filled in and sent. */
final class Front {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    final TestDatabase database;
    final OpenHouse house;
    final Hallway hall;
    final Network network;
    final Organisation organisation;
    final String organiser;
    final String facilitator;
    final String foreigner;

    Front(TestDatabase database, OpenHouse house) {
        this.database = database;
        this.house = house;
        this.hall = new Hallway(database, Instant.now());
        this.network = SampleNetwork.in(database.pool());
        this.organisation = await(new OrganisationStore(database.pool()).find(network.organisation()))
                .orElseThrow();
        var staff = new SomeStaff(database.pool());
        this.organiser = staff.session(staff.member(organisation, Role.ORGANISER));
        this.facilitator = staff.session(staff.member(organisation, Role.FACILITATOR));
        Account other = staff.member(SampleEvent.organisation(database.pool()), Role.OWNER);
        this.foreigner = staff.session(other);
    }

    SampleEvent event() {
        return SampleEvent.of(network).start(Instant.now().plus(Duration.ofDays(20)));
    }

    static String people(Event event) {
        return "/organise/events/" + event.slug() + "/people";
    }

    static String person(Registration one) {
        return "/organise/registrations/" + one.id();
    }

    HttpResponse<String> get(String path) {
        return getAs(organiser, path);
    }

    HttpResponse<String> getAs(String cookie, String path) {
        return house.visitor().get(path, "Cookie", cookie, "Accept-Language", "nl");
    }

    /** Sends a form to this path, with the token of the form that this page bears for it. */
    HttpResponse<String> send(String page, String path, Map<String, String> fields) {
        return sendAs(organiser, page, path, fields);
    }

    HttpResponse<String> sendAs(String cookie, String page, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("token", token(getAs(cookie, page).body(), path));
        return house.visitor().post(path, form, "Cookie", cookie, "Accept-Language", "nl");
    }

    /** What the page bears in its first field of this name. */
    String field(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!found.find()) {
            throw new AssertionError("no field " + name + " in " + page);
        }
        return found.group(1);
    }

    /** What the form of this page that is posted to this path bears. */
    static String token(String page, String path) {
        var form = page.indexOf("method=\"post\" action=\"" + path + "\"");
        var found = TOKEN.matcher(page);
        if (form < 0 || !found.find(form)) {
            throw new AssertionError("no form to " + path + " in " + page);
        }
        return found.group(1);
    }

    /** What was noted of this thing, in order. */
    List<String> noted(UUID thing) {
        return strings("select verb from audit where object = $1 order by id", thing.toString());
    }

    /** The letters laid ready for this person, in order, those overtaken too. */
    List<String> letters(Registration one) {
        return strings(
                "select letter from outbox where ids ->> 'registration' = $1 order by id",
                one.id().toString());
    }

    private List<String> strings(String query, String value) {
        return await(database.pool().preparedQuery(query).execute(Tuple.of(value))).stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** As it stands in the database. */
    Registration now(Registration one) {
        return await(new RegistrationStore(database.pool()).find(one.id())).orElseThrow();
    }

    /** Who is on the list of this event, by name. */
    Registration named(Event event, String name) {
        return await(new PeopleStore(database.pool(), List.of())
                        .all(event.id(), PeopleFilter.of(field -> java.util.Optional.empty())))
                .stream()
                .filter(one -> one.name().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
