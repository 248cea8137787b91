package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.samenkomst.kit.rule.Refusal;

/** Rules for whoever holds a derived link. */
public final class Holder {

    /** How many revoked links are still known for what they were. */
    private static final int EARLIER = 100;

    private Holder() {}

    /** The thing this link was made for; any other token is refused in words that say what to do next. */
    public static <T> Rule<T> of(Held<T> held) {
        return new Rule<>() {
            @Override
            public Future<T> admit(Visit visit, SqlClient sql) {
                var token = visit.path(held.parameter());
                var id = Links.id(token).orElseThrow(Holder::unknown);
                return held.find(sql, id).map(found -> held(held, visit, id, found.orElseThrow(Holder::unknown)));
            }

            @Override
            public String told() {
                return "holder of " + held.purpose();
            }
        };
    }

    private static <T> T held(Held<T> held, Visit visit, UUID id, T thing) {
        var token = visit.path(held.parameter());
        int version = held.linkVersion(thing);
        if (visit.links().fits(token, held.purpose(), id, version)) {
            return thing;
        }
        boolean earlier = IntStream.range(Math.max(0, version - EARLIER), version)
                .anyMatch(old -> visit.links().fits(token, held.purpose(), id, old));
        throw earlier ? held.revoked() : unknown();
    }

    static Refusal unknown() {
        return Refusal.of(404, "link", "error.link");
    }
}
