package nl.samenkomst.kit.db;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells "the database is away" from every other failure: a try a moment later may well succeed. */
public final class Away {

    private Away() {}

    public static boolean is(Throwable failure) {
        if (failure instanceof PgException refused) {
            var state = refused.getSqlState();
            return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
        }
        if (failure instanceof IOException || failure instanceof TimeoutException) {
            return true;
        }
        return failure instanceof VertxException
                && String.valueOf(failure.getMessage()).contains("onnection");
    }
}
