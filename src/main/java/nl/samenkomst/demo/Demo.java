package nl.samenkomst.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Contacts;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.event.Events;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Networks;
import nl.samenkomst.network.Programmes;
import nl.samenkomst.quote.Quotes;
import nl.samenkomst.registration.Invitees;
import nl.samenkomst.registration.Pace;
import nl.samenkomst.registration.PersonKeys;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.registration.SeatHook;
import nl.samenkomst.registration.WaitingRoom;
import nl.samenkomst.survey.Surveys;

/**
 * The demo data: two organisations as they might be, with a year behind them and months ahead, made around today's date.
 *
 * <p>All is done by the verbs of the rooms, with an outbox that keeps nothing: it is made without letters, and nothing in it
 * is due. It is one transaction, so that a broken start leaves none of it.
 */
public final class Demo {

    private final Means means;

    /**
     * What it is made with.
     *
     * @param surveys that read the clock they are given
     * @param hooks of the rooms that keep something per seat, given the outbox they must use
     * @param data where the sign-in is kept; empty with an external database, where nobody gets an account
     */
    public record Means(
            Vertx vertx,
            Pool pool,
            Formats formats,
            Providers providers,
            Accounts accounts,
            Links links,
            Function<Clock, Surveys> surveys,
            Function<Outbox, List<SeatHook>> hooks,
            Optional<Path> data,
            Clock clock) {}

    public Demo(Means means) {
        this.means = means;
    }

    /** Makes it where it is wanted and was never made; the result is whether it was. */
    public Future<Boolean> load(Wish wish) {
        return wish == Wish.NEVER
                ? Future.succeededFuture(false)
                : means.pool().withTransaction(tx -> due(new DemoStore(tx), wish)
                        .compose(due -> due ? make(tx).map(true) : Future.succeededFuture(false)));
    }

    private Future<Boolean> due(DemoStore store, Wish wish) {
        return (wish == Wish.ALWAYS ? Future.succeededFuture(true) : store.empty())
                .compose(wanted -> wanted ? store.claim(today().toString()) : Future.succeededFuture(false));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(means.clock().instant(), Scene.ZONE);
    }

    private Future<Void> make(SqlClient tx) {
        var tools = tools();
        var all = Future.<Void>succeededFuture();
        for (var home : Script.list("networks.json")) {
            all = all.compose(done -> settle(tx, home)).compose(network -> play(tx, tools, network, home));
        }
        return all.compose(done -> owner(tx));
    }

    private Stage.Tools tools() {
        var clock = new StageClock();
        var silence = Outbox.silent();
        var invitees = new Invitees(means.pool(), silence, means.links(), clock);
        var registrations = new Registrations(new Registrations.Surroundings(
                means.vertx(),
                means.pool(),
                means.pool(),
                clock,
                means.hooks().apply(silence),
                List.of(),
                silence,
                format -> means.formats().find(format).map(Pace::of).orElse(Pace.USUAL),
                WaitingRoom.BOUNDED,
                new PersonKeys(means.links()),
                event -> {}));
        var events = new Events(means.formats(), means.providers(), List.of(registrations, invitees), clock);
        return new Stage.Tools(
                events,
                registrations,
                invitees,
                means.formats(),
                new Ids(clock),
                clock,
                means.clock().instant());
    }

    /** The organisation, its network and the programmes in it. */
    private static Future<Network> settle(SqlClient tx, JsonObject home) {
        var organisation = organisation(home.getJsonObject("organisation"));
        return new OrganisationStore(tx)
                .insert(organisation)
                .compose(done -> new Networks(tx).create(organisation.id(), network(home)))
                .compose(network -> programmes(tx, home, network).map(network));
    }

    private static Organisation organisation(JsonObject json) {
        return new Organisation(
                UUID.randomUUID(),
                json.getString("slug"),
                json.getString("name"),
                List.of("nl", "en"),
                json.getString("accent"),
                Contacts.read(json.getJsonObject("contact")),
                1);
    }

    private static JsonObject network(JsonObject home) {
        return home.getJsonObject("network").copy().put("contact", contact(home));
    }

    private static JsonObject contact(JsonObject home) {
        return home.getJsonObject("organisation").getJsonObject("contact");
    }

    private static Future<Void> programmes(SqlClient tx, JsonObject home, Network network) {
        var all = Future.<Void>succeededFuture();
        for (var programme : Script.objects(home.getJsonArray("programmes"))) {
            var json = programme.put("network", network.slug());
            all = all.compose(done ->
                    new Programmes(tx).create(network.organisation(), json).mapEmpty());
        }
        return all;
    }

    private Future<Void> play(SqlClient tx, Stage.Tools tools, Network network, JsonObject home) {
        var always = new JsonObject().put("network", network.slug()).put("contact", contact(home));
        var season = new Season(new Almanac(today()), always);
        var stage = new Stage(tools, tx, network);
        var past = home.getString("past").equals("tables") ? season.tablesOfTheYear() : season.webinarsOfTheYear();
        return stage.play(past)
                .compose(done -> stage.play(season.coming(home.getString("coming"))))
                .compose(done -> new Echoes(echoes(), tx, network).sound());
    }

    private Echoes.Tools echoes() {
        var clock = new StageClock();
        return new Echoes.Tools(
                means.surveys().apply(clock),
                Quotes.seal(means.links()),
                clock,
                means.clock().instant());
    }

    /** One account that may do all in both organisations. */
    private Future<Void> owner(SqlClient tx) {
        return means.data()
                .map(data ->
                        means.vertx().executeBlocking(() -> SignIn.make(data)).compose(signIn -> enrol(tx, signIn)))
                .orElseGet(Future::succeededFuture);
    }

    private Future<Void> enrol(SqlClient tx, SignIn signIn) {
        var all = Future.<Void>succeededFuture();
        for (var home : Script.list("networks.json")) {
            var slug = home.getJsonObject("organisation").getString("slug");
            var owner = new Accounts.Newcomer(signIn.email(), "Demo", Role.OWNER, Optional.of(slug));
            all = all.compose(done -> means.accounts()
                    .addWithPassword(tx, owner, signIn.password())
                    .mapEmpty());
        }
        return all;
    }
}
