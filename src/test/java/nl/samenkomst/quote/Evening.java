package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Registration;

/** One gathering that is over, whose participants give their words. */
final class Evening {

    static final String CODE = "1234";
    static final String WORDS = "Ik ken nu het gezicht achter het telefoonnummer.";

    private final TestDatabase database;
    private final QuoteHouse house;
    private final Network network;
    private final Event event;

    Evening(TestDatabase database, QuoteHouse house, Organisation organisation) {
        this.database = database;
        this.house = house;
        this.network = SampleNetwork.in(database.pool(), organisation);
        this.event = SampleEvent.of(network)
                .start(Instant.now().minus(Duration.ofHours(3)))
                .in(database.pool());
    }

    Network network() {
        return network;
    }

    Event event() {
        return event;
    }

    /** The survey is open, and this is the room's code; of no other room at the same time. */
    void survey() {
        await(database.pool().query("update survey set code = null").execute().compose(done -> database.pool()
                .preparedQuery("""
                        insert into survey (id, organisation_id, event_id, opened_at, closes_at, code)
                        values ($1, $2, $3, now() - interval '1 hour', now() + interval '1 day', $4)
                            on conflict (event_id) do update set code = excluded.code
                        """)
                .execute(Tuple.of(UUID.randomUUID(), event.organisation(), event.id(), CODE))));
    }

    /** What a browser sends, with a fresh token. */
    Map<String, String> form(String... fields) {
        var form = QuoteHouse.fields(fields);
        form.put("token", house.open().site().tokens().issue("quote " + event.id()));
        form.put("code", CODE);
        return form;
    }

    /** By the room's code. */
    HttpResponse<String> give(Map<String, String> form) {
        survey();
        return send(form);
    }

    HttpResponse<String> send(Map<String, String> form) {
        return house.visitor().post("/events/" + event.slug() + "/feedback/quotes", form);
    }

    /** Where somebody's personal link sends the form to. */
    String byLink(Registration one) {
        return "/feedback/" + house.links().token("survey", one.id(), one.linkVersion()) + "/quotes";
    }

    /** The wall, which shows what other sites may. */
    String published() {
        return house.visitor()
                .get("/embed/networks/" + network.slug() + "/quotes")
                .body();
    }

    List<String> words(Scope scope) {
        return await(new PublishedQuotes(database.pool()).ofEvent(event.id(), scope)).stream()
                .map(PublishedQuote::words)
                .toList();
    }

    HttpResponse<String> desk(String query) {
        return house.visitor().get("/organise/events/" + event.slug() + "/quotes" + query, "Cookie", house.session());
    }
}
