package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.web.DeskBar;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;

/** On top of the workspace: what changed a moment ago, when people hear of it, and the way back. */
public final class UndoBar implements DeskBar {

    private final SqlClient sql;
    private final Clock clock;

    /** @param sql the pool */
    public UndoBar(SqlClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One change that can still be undone.
     *
     * @param due when people are told, as on a clock; {@code until} until when it can be undone
     * @param moment the later of the two that still comes, in RFC 3339, to count down to
     * @param tell the way to tell them now, empty when they are told already
     */
    record Bar(
            String title,
            String href,
            String due,
            String until,
            String moment,
            String undo,
            String undoToken,
            Optional<Deed> tell) {}

    /** A button. */
    record Deed(String path, String token) {}

    @Override
    public Future<List<Shown>> on(UUID organisation, Visit visit) {
        var organiser = visit.kept(Caller.class).filter(caller -> caller.role().allows(Role.ORGANISER));
        return organiser
                .map(caller -> new ChangeRunStore(sql)
                        .undoable(organisation, clock.instant())
                        .map(runs -> runs.stream()
                                .map(run -> shown(run, caller, visit))
                                .toList()))
                .orElseGet(() -> Future.succeededFuture(List.of()));
    }

    private Shown shown(ChangeRunStore.Undoable one, Caller caller, Visit visit) {
        var words = Workspace.words(caller, visit);
        var now = clock.instant();
        var run = one.run();
        var moments = new Moments(words, ZoneId.of(one.zone()));
        var own = EventTop.Page.OVERVIEW.path(one.slug());
        var undo = own + "/undo";
        var gathers = run.gathers(now);
        return new Shown(
                0,
                "bar",
                "event/undo-bar",
                new Bar(
                        one.title(words.locale().getLanguage()),
                        own,
                        moments.time(run.due()),
                        moments.time(run.undoUntil()),
                        counted(run, gathers).toString(),
                        undo,
                        caller.formToken(visit.links(), undo),
                        gathers ? Optional.of(deed(own + "/tell", caller, visit)) : Optional.empty()));
    }

    private static Instant counted(ChangeRun run, boolean gathers) {
        return gathers ? run.due() : run.undoUntil();
    }

    private static Deed deed(String path, Caller caller, Visit visit) {
        return new Deed(path, caller.formToken(visit.links(), path));
    }
}
