package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/**
 * Who may come in here, and what they are handed when they may.
 *
 * @param <T> what the action receives: the thing the path names, or who is asking
 */
public interface Rule<T> {

    /**
     * Lets the visit in.
     *
     * @return what the action is handed; failed with {@code NotFound} or a {@code Refusal} for whoever may not pass
     */
    Future<T> admit(Visit visit, SqlClient sql);

    /** How the rule is told in the list of routes, such as {@code staff(event, organiser)}. */
    String told();
}
