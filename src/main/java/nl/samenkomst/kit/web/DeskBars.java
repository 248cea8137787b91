package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** The bars of one page of the workspace, read before the page is made. */
public record DeskBars(List<Shown> shown) {

    static final DeskBars NONE = new DeskBars(List.of());

    public DeskBars {
        shown = List.copyOf(shown);
    }

    /** Reads them, for {@link #of}. */
    public static Future<Void> read(UUID organisation, Visit visit) {
        var all = visit.site().bars().stream()
                .map(bar -> bar.on(organisation, visit))
                .toList();
        return Future.all(all).map(read -> {
            var shown = read.<List<Shown>>list().stream().flatMap(List::stream).toList();
            visit.keep(DeskBars.class, new DeskBars(shown));
            return null;
        });
    }

    /** Those that were read for this visit. */
    public static DeskBars of(Visit visit) {
        return visit.kept(DeskBars.class).orElse(NONE);
    }
}
