package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * A part of a page that another room fills. The room that owns the page offers the place, rooms to its right fill it.
 *
 * @param <T> what the page is about
 */
public interface Panel<T> {

    /** What to show with each of these; a thing that is absent from the answer gets nothing. One query for the whole list. */
    Future<Map<T, Shown>> on(List<T> things, Visit visit);
}
