package nl.samenkomst.demo;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.image.Picture;
import nl.samenkomst.kit.web.IfNoneMatch;
import nl.samenkomst.kit.web.Seal;
import nl.samenkomst.network.Network;
import nl.samenkomst.recap.ReviewText;
import nl.samenkomst.recap.Reviews;
import nl.samenkomst.recap.TallyJob;
import nl.samenkomst.survey.Asked;
import nl.samenkomst.survey.Survey;
import nl.samenkomst.survey.Surveys;

/** What came of the demo's past: what people thought of its latest gatherings, their words, the recaps, and the review of the year. */
final class Echoes {

    private static final JsonObject SCRIPT = Script.object("afterwards.json");

    /** Of so many of the latest gatherings it is known what people thought. */
    private static final int LATEST = 12;

    /** Of so many of these somebody's words stand in the recap. */
    private static final int WITH_WORDS = 4;

    private static final Duration A_WHILE = Duration.ofHours(14);
    private static final int PHOTO_WIDTH = 1600;
    private static final int PHOTO_HEIGHT = 900;

    private final Tools tools;
    private final SqlClient tx;
    private final EchoStore store;
    private final Network network;

    /**
     * What is used.
     *
     * @param surveys reads this clock
     * @param seal of authors' addresses
     */
    record Tools(Surveys surveys, Seal seal, StageClock clock, Instant now) {}

    Echoes(Tools tools, SqlClient tx, Network network) {
        this.tools = tools;
        this.tx = tx;
        this.store = new EchoStore(tx);
        this.network = network;
    }

    /** Of all that has been played. */
    Future<Void> sound() {
        return TallyJob.count(tx, tools.now())
                .compose(counted -> store.held(network, tools.now(), LATEST))
                .compose(latest -> new EventStore(tx).all(latest))
                .compose(latest -> each(latest).map(latest))
                .compose(latest -> store.close(tools.now()).map(latest))
                .compose(this::review);
    }

    /** @param events soonest first */
    private Future<Void> each(List<Event> events) {
        var open = events.stream().filter(event -> !event.closed()).toList();
        var all = Future.<Void>succeededFuture();
        for (var event : events) {
            int turn = open.size() - 1 - open.indexOf(event);
            all = all.compose(done -> opinions(event, turn))
                    .compose(done -> words(event, turn))
                    .compose(done -> recap(event));
        }
        return all;
    }

    private Future<Void> opinions(Event event, int turn) {
        tools.clock().set(event.end());
        return tools.surveys().open(tx, event).compose(survey -> store.ask(survey, event)
                .compose(ways -> store.answer(survey, ways.size(), answers(survey, ways, turn))));
    }

    private static List<EchoStore.Said> answers(Survey survey, List<String> ways, int turn) {
        var said = new ArrayList<EchoStore.Said>();
        for (int person = 0; person < ways.size(); person++) {
            for (var question : survey.questions()) {
                var answer = answer(question, person * 5 + turn * 3);
                if (!answer.isEmpty()) {
                    said.add(new EchoStore.Said(ways.get(person), question.id(), answer));
                }
            }
        }
        return said;
    }

    /** Most are content, a few are not, and every third writes something. */
    private static String answer(Asked question, int number) {
        var values = question.values();
        return switch (question.kind()) {
            case RATING -> List.of("5", "4", "4", "5", "3", "5", "4", "2").get(number % 8);
            case ZERO_TO_TEN -> List.of("9", "8", "10", "7", "8", "9", "6").get(number % 7);
            case AGREE -> List.of("2", "1", "2", "3", "1", "2", "1").get(number % 7);
            case ONE_OF, SEVERAL_OF -> values.get(number % values.size());
            case OPEN -> number % 3 == 0 ? Script.text(SCRIPT.getJsonArray("open"), number / 3) : "";
        };
    }

    /** The latest open gathering has all kinds of words, so that the workspace shows what can be done with each; others have one. */
    private Future<Void> words(Event event, int turn) {
        var others = Script.objects(SCRIPT.getJsonArray("others"));
        if (event.closed() || turn >= WITH_WORDS) {
            return Future.succeededFuture();
        }
        var those = turn == 0 && home()
                ? Script.objects(SCRIPT.getJsonArray("quotes"))
                : List.of(others.get((turn + 2) % others.size()));
        return store.guests(event.id()).compose(guests -> given(event, guests, those));
    }

    private Future<Void> given(Event event, List<EchoStore.Guest> guests, List<JsonObject> those) {
        var all = Future.<Void>succeededFuture();
        for (int at = 0; at < Math.min(guests.size(), those.size()); at++) {
            var author = guests.get(at);
            var said = those.get(at);
            all = all.compose(done -> given(event, author, said));
        }
        return all;
    }

    private Future<Void> given(Event event, EchoStore.Guest author, JsonObject said) {
        var id = UUID.randomUUID();
        var address = tools.seal().close(author.email().getBytes(StandardCharsets.UTF_8), id);
        var at = afterwards(event, Duration.ofHours(1));
        return store.quote(id, event, author, Buffer.buffer(address), said, said.getBoolean("held", false), at)
                .compose(done -> store.wording(id, 1, said.getString("words"), said, "author", at))
                .compose(done -> said.containsKey("proposal")
                        ? store.wording(id, 2, said.getString("proposal"), said, "staff", afterwards(event, A_WHILE))
                        : Future.succeededFuture());
    }

    private Future<Void> recap(Event event) {
        var results = SCRIPT.getJsonObject("results").getJsonArray(event.title(), new JsonArray());
        if (results.isEmpty() || event.closed()) {
            return Future.succeededFuture();
        }
        var words = new JsonObject().put("nl", new JsonObject().put("intro", "").put("results", results));
        return store.recap(event, words, afterwards(event, A_WHILE)).compose(done -> photo(event));
    }

    private Future<Void> photo(Event event) {
        var told = SCRIPT.getJsonObject("photo");
        if (!told.getString("of").equals(event.title())) {
            return Future.succeededFuture();
        }
        var bytes = Script.file(told.getString("file"));
        var picture = new Picture("image/jpeg", bytes, PHOTO_WIDTH, PHOTO_HEIGHT);
        var digest = IfNoneMatch.etag(bytes).replace("\"", "");
        return store.photo(event, UUID.randomUUID(), picture, digest, told, afterwards(event, A_WHILE));
    }

    /** So long after its end, but not later than now. */
    private Instant afterwards(Event event, Duration later) {
        var moment = event.end().plus(later);
        return moment.isAfter(tools.now()) ? tools.now() : moment;
    }

    /** Whether this is the network of which most is told. */
    private boolean home() {
        return SCRIPT.getString("home").equals(network.slug());
    }

    /** Of the network that met all year. The year before it is known by its numbers alone, as any year is once its people are forgotten. */
    private Future<Void> review(List<Event> held) {
        if (!home()) {
            return Future.succeededFuture();
        }
        var written = SCRIPT.getJsonObject("review");
        int year = held.get(held.size() - 1).start().atZone(Scene.ZONE).getYear();
        var words = Map.of("nl", text(written.getJsonObject("nl")), "en", text(written.getJsonObject("en")));
        var reviews = new Reviews(tx);
        return store.reached(network, year - 1, written.getJsonObject("before"))
                .compose(done -> store.chosen(network, year))
                .compose(chosen -> reviews.write(network, year, words, chosen, 0))
                .compose(done -> reviews.publish(network, year, tools.now()));
    }

    private static ReviewText text(JsonObject parts) {
        var texts = new HashMap<String, String>();
        parts.forEach(part -> texts.put(part.getKey(), String.valueOf(part.getValue())));
        return new ReviewText(texts);
    }
}
