package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Answers that need a look by a person: what is flagged, proposed, came back or cannot be read. */
public final class RepliesDesk implements Feature {

    private static final String PATH = "/organise/replies";

    /** For what is about no event that would name a zone. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final SqlClient sql;
    private final Clock clock;

    /** @param sql the pool */
    public RepliesDesk(SqlClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The page. */
    record Page(DeskTop top, List<Line> lines, boolean mayAct, Optional<String> next) {}

    /**
     * One answer.
     *
     * @param who a name, or the address it came from
     * @param what what came of it, in a sentence
     * @param quoted what they or another server said
     */
    record Line(
            String when,
            String machine,
            Optional<String> who,
            String what,
            Optional<String> quoted,
            Optional<String> proposal,
            Optional<About> about,
            String done,
            String token) {}

    /** The event it is about. */
    record About(String title, String href) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.in(Role.FACILITATOR), this::list);
        site.post(PATH + "/:reply/done", Staff.in(Role.ORGANISER), this::done);
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        return new LookStore(sql)
                .open(caller.organisation().id(), nobodys(caller), Paging.of(visit))
                .map(found -> {
                    var words = Workspace.words(caller, visit);
                    var page = new Page(
                            Workspace.top(caller, visit, Part.REPLIES),
                            found.items().stream()
                                    .map(one -> line(one, caller, visit, words))
                                    .toList(),
                            caller.role().allows(Role.ORGANISER),
                            found.next().map(after -> Part.REPLIES.of(caller) + "&after=" + after));
                    return Reply.page(Workspace.frame(caller, words.say("calendar.replies")), "calendar/replies", page)
                            .personal();
                });
    }

    /** What belongs to no organisation is for owners. */
    private static boolean nobodys(Caller caller) {
        return caller.role().allows(Role.OWNER);
    }

    private static Line line(LookStore.Look one, Caller caller, Visit visit, Words words) {
        var moments = new Moments(words, one.zone().map(ZoneId::of).orElse(ZONE));
        var path = PATH + "/" + HexFormat.of().formatHex(one.hash().getBytes()) + "/done";
        return new Line(
                moments.day(one.receivedAt()) + ", " + moments.time(one.receivedAt()),
                moments.machine(one.receivedAt()),
                one.name().or(one::sender),
                words.say("calendar.replies." + one.outcome().code()),
                one.words(),
                one.proposal(),
                one.slug().map(slug -> new About(one.title().orElse(slug), "/organise/events/" + slug + "/delivery")),
                path + "?organisation=" + caller.organisation().slug(),
                caller.formToken(visit.links(), path));
    }

    private Future<Reply> done(Visit visit, Caller caller) {
        return new LookStore(sql)
                .done(
                        hash(visit),
                        caller.organisation().id(),
                        nobodys(caller),
                        caller.account().id(),
                        clock.instant())
                .map(found -> {
                    if (!found) {
                        throw new NotFound("reply");
                    }
                    return Reply.seeOther(Part.REPLIES.of(caller)).personal();
                });
    }

    private static Buffer hash(Visit visit) {
        try {
            return Buffer.buffer(HexFormat.of().parseHex(visit.path("reply")));
        } catch (IllegalArgumentException none) {
            throw new NotFound("reply");
        }
    }
}
