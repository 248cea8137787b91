package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Stands under the bar of every page of the workspace for as long as it matters, such as what can still be undone. */
public interface DeskBar {

    /** What to show to whoever works for this organisation now; their form tokens come from the visit. */
    Future<List<Shown>> on(UUID organisation, Visit visit);
}
