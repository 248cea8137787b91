package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.survey.ResultStore.Opinion;

/** Gives themes to what people wrote, and takes them away; only to what may be read at all. */
final class Themes {

    static final int LONGEST = 40;
    private static final int MOST = 8;

    private final Pool pool;

    Themes(Pool pool) {
        this.pool = pool;
    }

    /**
     * One answer of a survey, and who is at work on it.
     *
     * @param now what may be read now
     */
    record On(Caller caller, UUID survey, UUID answer, Instant now) {}

    /** Fails with a 422 on {@code theme} where the words are none, too long, or one more than an answer can have. */
    Future<Void> give(On on, String typed) {
        var theme = CleanText.line(typed);
        if (theme.isEmpty()) {
            throw Refusal.invalid("theme", "survey.theme.empty");
        }
        if (theme.codePointCount(0, theme.length()) > LONGEST) {
            throw Refusal.invalid("theme", "survey.theme.long", LONGEST);
        }
        return pool.withTransaction(tx -> opinion(tx, on)
                .map(Themes::withRoom)
                .compose(opinion ->
                        new ThemeStore(tx).used(on.caller().organisation().id()))
                .compose(used -> new ThemeStore(tx).add(on.survey(), on.answer(), spelled(theme, used)))
                .compose(added -> noted(tx, on)));
    }

    Future<Void> take(On on, String theme) {
        return pool.withTransaction(tx -> opinion(tx, on)
                .compose(opinion -> new ThemeStore(tx).remove(on.survey(), on.answer(), theme))
                .compose(removed -> noted(tx, on)));
    }

    private static Future<Opinion> opinion(SqlClient tx, On on) {
        return new ResultStore(tx).opinions(on.survey(), on.now()).map(all -> all.stream()
                .filter(one -> one.id().equals(on.answer()))
                .findFirst()
                .orElseThrow(() -> new NotFound("answer")));
    }

    private static Opinion withRoom(Opinion opinion) {
        if (opinion.themes().size() >= MOST) {
            throw Refusal.invalid("theme", "survey.theme.many", MOST);
        }
        return opinion;
    }

    /** As it was written before, so that one theme does not become two by a capital. */
    private static String spelled(String theme, List<String> used) {
        return used.stream().filter(theme::equalsIgnoreCase).findFirst().orElse(theme);
    }

    private static Future<Void> noted(SqlClient tx, On on) {
        return new AuditStore(tx).note(on.caller(), "survey.theme", on.survey().toString());
    }
}
