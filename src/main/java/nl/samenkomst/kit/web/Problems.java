package nl.samenkomst.kit.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Refusal;

/** Says what went wrong: as a page for people, as {@code application/problem+json} (RFC 9457) for programs. */
public final class Problems {

    /**
     * What the error page shows.
     *
     * @param text says what happened and what to do
     */
    record Shown(int status, String title, String text) {}

    private Problems() {}

    /** The problem document; {@code type} is an address of ours that ends in the refusal's type. */
    public static Reply json(Visit visit, Refusal refusal) {
        var words = visit.words();
        var problem = new JsonObject()
                .put("type", visit.links().url("/problems/" + refusal.type()))
                .put("title", title(words, refusal))
                .put("status", refusal.status())
                .put("detail", words.say(refusal.text(), refusal.values()));
        if (!refusal.faults().isEmpty()) {
            problem.put("errors", faults(words, refusal));
        }
        return Reply.bytes("application/problem+json", problem.toBuffer())
                .status(refusal.status())
                .with("Cache-Control", "no-store");
    }

    private static JsonArray faults(Words words, Refusal refusal) {
        var list = new JsonArray();
        refusal.faults()
                .forEach(fault -> list.add(new JsonObject()
                        .put("field", fault.field())
                        .put("message", words.say(fault.text(), fault.values()))));
        return list;
    }

    /** As discreet as a personal page: its address may bear a link that no longer works. */
    static Reply page(Visit visit, Refusal refusal) {
        var words = visit.words();
        var shown = new Shown(refusal.status(), title(words, refusal), words.say(refusal.text(), refusal.values()));
        return Reply.page(visit.site().owner().titled(shown.title()).hidden(), "kit/web/problem", shown)
                .status(refusal.status())
                .personal();
    }

    private static String title(Words words, Refusal refusal) {
        var own = refusal.text() + ".title";
        var general = "error." + refusal.status() + ".title";
        return words.say(words.has(own) ? own : words.has(general) ? general : "error.title");
    }
}
