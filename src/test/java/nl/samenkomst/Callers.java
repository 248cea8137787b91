package nl.samenkomst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.Expectation.Kind;
import nl.samenkomst.Expectation.Verdict;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.quote.SampleQuote;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.SampleInvitee;
import nl.samenkomst.series.SampleSeries;

/** Every kind of caller there is, and things of one organisation for them to ask for, made anew for each visit. */
final class Callers {

    private static final String FORGED = "x".repeat(43);

    private final TestDatabase database;
    private final OpenHouse house;
    private final SomeStaff staff;
    private final Accounts accounts;
    private final Network network;
    private final Organisation ours;
    private final String tricked;
    private final Map<Kind, String> bearers;

    Callers(TestDatabase database, OpenHouse house) {
        this.database = database;
        this.house = house;
        this.staff = new SomeStaff(database.pool());
        this.accounts = new Accounts(database.pool(), new Passwords(database.vertx()), "Elaa");
        this.network = SampleNetwork.in(database.pool());
        this.ours = await(new OrganisationStore(database.pool()).find(network.organisation()))
                .orElseThrow();
        var theirs = staff.organisation("theirs");
        this.tricked = staff.session(staff.member(ours, Role.OWNER));
        this.bearers = Stream.of(Kind.FACILITATOR, Kind.ORGANISER, Kind.OWNER, Kind.FOREIGN_OWNER)
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> staff.bearer(
                                kind == Kind.FOREIGN_OWNER ? theirs : ours,
                                kind.role().orElse(Role.OWNER))));
    }

    /** Goes there as somebody of this kind. */
    HttpResponse<String> send(Expectation expected, Kind kind) {
        var path = filled(expected.path(), this::event, kind == Kind.HOLDER);
        return send(expected.method(), path, headers(kind));
    }

    /** Goes there as a stranger who knows the slug of a draft. */
    HttpResponse<String> sendToADraft(String method, String path) {
        var draft = SampleEvent.of(network).start(soon()).draft().in(database.pool());
        return send(method, filled(path, () -> draft, false));
    }

    static Verdict verdict(HttpResponse<String> answer) {
        var signIn = answer.headers().firstValue("Location").filter(to -> to.startsWith("/sign-in"));
        return switch (answer.statusCode()) {
            case 401 -> Verdict.UNAUTHORIZED;
            case 403 -> Verdict.FORBIDDEN;
            case 404 -> Verdict.NOT_FOUND;
            default -> signIn.isPresent() ? Verdict.SIGN_IN : Verdict.LET_IN;
        };
    }

    private HttpResponse<String> send(String method, String path, String... headers) {
        var visitor = house.visitor();
        if (method.equals("GET")) {
            return visitor.get(path, headers);
        }
        return path.startsWith("/api/")
                ? visitor.json(method, path, "{}", headers)
                : visitor.post(path, Map.of("token", ownForm(path)), headers);
    }

    /** The form token of a person's own page, which is derived from the link and the action. */
    private String ownForm(String path) {
        var parts = path.split("/", -1);
        if (path.startsWith("/members/") && parts.length == 4) {
            return derived("member form", parts);
        }
        if (path.startsWith("/quotes/") && parts.length == 4) {
            return derived("quote form", parts);
        }
        if (path.startsWith("/feedback/")) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(house.links().hmac("survey form", parts[2].getBytes(UTF_8)));
        }
        if (!path.startsWith("/registrations/") || parts.length < 4) {
            return "";
        }
        return derived("own form", parts);
    }

    private String derived(String purpose, String... parts) {
        var proof = house.links().hmac(purpose, parts[2].getBytes(UTF_8), parts[3].getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }

    private String[] headers(Kind kind) {
        if (kind == Kind.OWNER_TRICKED) {
            return new String[] {"Cookie", tricked};
        }
        return Optional.ofNullable(bearers.get(kind))
                .map(bearer -> new String[] {"Authorization", bearer})
                .orElseGet(() -> new String[0]);
    }

    private String filled(String path, Supplier<Event> event, boolean holder) {
        return Stream.of(path.split("/", -1))
                .map(part -> part.startsWith(":") || part.equals("*") ? value(part, path, event, holder) : part)
                .collect(Collectors.joining("/"));
    }

    private String value(String part, String path, Supplier<Event> event, boolean holder) {
        return switch (part) {
            case ":event" -> event.get().slug();
            case ":network" -> network.slug();
            case ":programme" ->
                SampleNetwork.programme(database.pool(), network).slug();
            case ":series" -> SampleSeries.in(database.pool(), network).slug();
            case ":member" -> SampleSeries.member(database.pool(), network).toString();
            case ":link" -> holder ? oneTimeLink() : FORGED;
            case ":token" -> token(path, event, holder);
            case ":id" ->
                path.contains("/registrations/")
                        ? registration(event.get()).id().toString()
                        : path.contains("/quotes/")
                                ? SampleQuote.of(event.get()).in(database).toString()
                                : someId();
            case ":account" -> staff.member(ours, Role.FACILITATOR).id().toString();
            case ":key" -> staff.tokenKey(staff.member(ours, Role.FACILITATOR));
            case "*" -> asset(path);
            default -> "1";
        };
    }

    private static String asset(String path) {
        return switch (path) {
            case "/css/*" -> "samenkomst.css";
            case "/js/*" -> "samenkomst.js";
            case "/images/*" -> "mark.svg";
            default -> "nothing";
        };
    }

    private Event event() {
        return SampleEvent.of(network).start(soon()).in(database.pool());
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    private Registration registration(Event event) {
        return new Hallway(database, Clock.systemUTC().instant()).register(event, "Ada");
    }

    private String personalLink(Registration registration) {
        return house.links().token("own", registration.id(), registration.linkVersion());
    }

    /** With the right id, made for another purpose. */
    private String forged(Registration registration) {
        return house.links().token("something else", registration.id(), registration.linkVersion());
    }

    private String token(String path, Supplier<Event> event, boolean holder) {
        if (path.startsWith("/members/")) {
            var id = SampleSeries.member(database.pool(), network);
            return house.links().token(holder ? "member" : "something else", id, 1);
        }
        if (path.startsWith("/quotes/")) {
            var id = SampleQuote.of(event.get()).in(database);
            return house.links().token(holder ? "quote" : "something else", id, 1);
        }
        if (path.startsWith("/feedback/")) {
            var one = registration(event.get());
            return house.links().token(holder ? "survey" : "own", one.id(), one.linkVersion());
        }
        if (path.startsWith("/my/")) {
            return calendarLink(holder);
        }
        if (path.startsWith("/invitations/")) {
            var id = SampleInvitee.id(database.pool(), house.links(), event.get(), "Ada");
            return house.links().token(holder ? "unsubscribe" : "invitation", id, 1);
        }
        if (path.startsWith("/feedback/")) {
            var one = registration(event.get());
            return house.links().token(holder ? "survey" : "own", one.id(), one.linkVersion());
        }
        return holder ? personalLink(registration(event.get())) : forged(registration(event.get()));
    }

    /** To a calendar that was asked for; a forged one bears the right id. */
    private String calendarLink(boolean holder) {
        var one = registration(event());
        var id = await(database.pool()
                .preparedQuery("insert into feed (id, organisation_id, asked_at) values ($1, $2, now()) returning id")
                .execute(Tuple.of(UUID.randomUUID(), one.organisation()))
                .map(rows -> rows.iterator().next().getUUID("id")));
        return house.links().token(holder ? "feed" : "something else", id, 1);
    }

    private String oneTimeLink() {
        var newcomer = new Accounts.Newcomer(
                "new-" + UUID.randomUUID() + "@elaa.example", "New", Role.OWNER, Optional.of(ours.slug()));
        return await(accounts.add(newcomer)).replaceFirst(".*/", "");
    }

    private static String someId() {
        return UUID.randomUUID().toString();
    }
}
