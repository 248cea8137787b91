package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import nl.samenkomst.kit.rule.Refusal;

/** Rules for whoever holds a derived link. */
public final class Holder {

    private Holder() {}

    /** The thing this link was made for; any other token is refused in words that say what to do next. */
    public static <T> Rule<T> of(Held<T> held) {
        return new Rule<>() {
            @Override
            public Future<T> admit(Visit visit, SqlClient sql) {
                var token = visit.path(held.parameter());
                var id = Links.id(token).orElseThrow(Holder::unknown);
                return held.find(sql, id).map(found -> found.filter(
                                thing -> visit.links().fits(token, held.purpose(), id, held.linkVersion(thing)))
                        .orElseThrow(Holder::unknown));
            }

            @Override
            public String told() {
                return "holder of " + held.purpose();
            }
        };
    }

    private static Refusal unknown() {
        return Refusal.of(404, "link", "error.link");
    }
}
