package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.LongConsumer;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Reply;

/** Somebody else saved while a form was open: nothing was written over. */
final class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Stale() {
        super("another saved it meanwhile", null, false, false);
    }

    /**
     * The page that shows both versions.
     *
     * @param version of what there is now: who saves again means to replace that
     */
    record Shown(String path, String back, String token, long version, List<Both> both) {}

    /** A field as the other left it, and as it was typed here; only those that differ. */
    record Both(String label, String field, String theirs, String typed, boolean longer) {}

    /** Lets only the version pass that the form was opened on. */
    static LongConsumer guard(Body body) {
        var opened =
                body.text("version").filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
        return version -> {
            if (opened.filter(one -> one == version).isEmpty()) {
                throw new Stale();
            }
        };
    }

    static Future<Reply> page(Table table, Table.Asking asking, Shown shown) {
        return table.page(asking, asking.words().say("registration.stale.title"), "registration/stale", shown)
                .map(page -> page.status(409));
    }
}
