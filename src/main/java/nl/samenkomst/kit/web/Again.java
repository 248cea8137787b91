package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;

/**
 * A form of the workspace that was sent and not taken, to be shown again.
 *
 * @param form which of the forms on its page
 * @param typed what was typed, by names as in the API
 * @param refusal why it was not taken
 */
public record Again(String form, JsonObject typed, Refusal refusal) {

    private static final String STALE = "stale";
    private static final Set<String> TOLD_IN_THE_FORM = Set.of(STALE, "invalid", "taken");

    /** Fails with what went wrong where that is nothing a form could tell. */
    public static Future<Again> after(Throwable failure, String form, JsonObject typed) {
        return failure instanceof Refusal refusal && TOLD_IN_THE_FORM.contains(refusal.type())
                ? Future.succeededFuture(new Again(form, typed, refusal))
                : Future.failedFuture(failure);
    }

    /** Whether another saved meanwhile. */
    public boolean stale() {
        return refusal.type().equals(STALE);
    }

    /** 409 where another was before them, else the refusal's own. */
    public int status() {
        return stale() ? 409 : refusal.status();
    }

    public List<Fault> faults() {
        return refusal.faults();
    }

    /** The summary of what is wrong; none where nothing is, but that another saved meanwhile. */
    public Optional<FormShown.Wrong> wrong(Words words) {
        return stale() ? Optional.empty() : Optional.of(FormShown.Wrong.of(faults(), words));
    }

    /** The answer with this page, its title and its status saying what happened; 200 where nothing was sent. */
    public static Reply page(Optional<Again> again, Frame frame, Words words, String template, Object model) {
        var titled = again.isPresent() ? frame.titled(words.say("frame.fault", frame.title())) : frame;
        return Reply.page(titled, template, model)
                .status(again.map(Again::status).orElse(200))
                .personal();
    }
}
