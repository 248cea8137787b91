package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import nl.samenkomst.kit.rule.NotFound;

/** Rules that ask for no account. */
public final class Anyone {

    private Anyone() {}

    /** A page for everyone. */
    public static Rule<Visit> anywhere() {
        return new Rule<>() {
            @Override
            public Future<Visit> admit(Visit visit, SqlClient sql) {
                return Future.succeededFuture(visit);
            }

            @Override
            public String told() {
                return "anyone";
            }
        };
    }

    /** A thing that strangers may see; one that they may not is not found. */
    public static <T> Rule<T> visiting(Target<T> target) {
        return new Rule<>() {
            @Override
            public Future<T> admit(Visit visit, SqlClient sql) {
                return target.find(sql, visit.path(target.parameter()))
                        .map(found -> found.filter(target::open).orElseThrow(() -> new NotFound(target.parameter())));
            }

            @Override
            public String told() {
                return "anyone visiting " + target.parameter();
            }
        };
    }
}
