package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.desk.AuditTrailStore.Deed;
import nl.samenkomst.desk.AuditTrailStore.Wanted;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Who did what when, for owners: of all that the organisation's staff did, of one event, by one person, of one kind. */
public final class AuditDesk implements Feature {

    private static final String PATH = "/organise/audit";
    private static final int LONGEST_SLUG = 80;

    /** The log is of no one place: it speaks of the clock where the organisations are. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final SqlClient sql;

    /** @param sql the pool */
    public AuditDesk(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * The page.
     *
     * @param filtered whether only a part of the log was asked for
     * @param next the way to what was before
     */
    record Page(
            DeskTop top,
            List<DeskTop.Tab> settings,
            String path,
            String organisation,
            String event,
            List<Choice> accounts,
            List<Choice> verbs,
            List<Line> lines,
            boolean filtered,
            String all,
            Optional<String> next) {}

    /** Something to choose by. */
    record Choice(String value, String name, boolean chosen) {}

    /**
     * One deed.
     *
     * @param subject of what it was done to, where that is still there
     */
    record Line(
            String when,
            String machine,
            String who,
            String what,
            Optional<String> subject,
            Optional<AuditTrailStore.Event> event,
            String eventHref) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.in(Role.OWNER), this::page);
    }

    private Future<Reply> page(Visit visit, Caller caller) {
        var store = new AuditTrailStore(sql);
        var organisation = caller.organisation().id();
        var words = Workspace.words(caller, visit);
        var wanted = wanted(visit, words);
        var deeds = store.list(organisation, wanted, Paging.of(visit));
        var actors = store.actors(organisation);
        var verbs = store.verbs(organisation);
        return Future.all(deeds, actors, verbs).map(all -> {
            var choices = actors.result().stream()
                    .map(one -> new Choice(
                            one.id().toString(), one.name(), wanted.account().equals(Optional.of(one.id()))))
                    .toList();
            var kinds = verbs.result().stream()
                    .map(verb ->
                            new Choice(verb, said(verb, words), wanted.verb().equals(Optional.of(verb))))
                    .toList();
            return shown(visit, caller, wanted, new Read(deeds.result(), choices, kinds));
        });
    }

    private record Read(Listed<Deed> deeds, List<Choice> accounts, List<Choice> verbs) {}

    private static Wanted wanted(Visit visit, Words words) {
        return new Wanted(
                visit.query("event")
                        .map(String::strip)
                        .filter(slug -> !slug.isEmpty() && slug.length() <= LONGEST_SLUG),
                visit.query("account").flatMap(Id::of),
                visit.query("verb").filter(verb -> !verb.isEmpty()),
                words.locale().getLanguage());
    }

    private static Reply shown(Visit visit, Caller caller, Wanted wanted, Read read) {
        var words = Workspace.words(caller, visit);
        var page = new Page(
                Workspace.top(caller, visit, Part.SETTINGS),
                Workspace.settings(caller, visit, Setting.AUDIT),
                PATH,
                caller.organisation().slug(),
                wanted.event().orElse(""),
                read.accounts(),
                read.verbs(),
                read.deeds().items().stream()
                        .map(deed -> line(deed, caller, words))
                        .toList(),
                wanted.event().isPresent()
                        || wanted.account().isPresent()
                        || wanted.verb().isPresent(),
                Setting.AUDIT.of(caller),
                read.deeds().next().map(after -> address(caller, wanted) + "&after=" + after));
        return Reply.page(Workspace.frame(caller, words.say("desk.audit")), "desk/audit", page)
                .personal();
    }

    private static String address(Caller caller, Wanted wanted) {
        return Setting.AUDIT.of(caller)
                + wanted.event().map(slug -> "&event=" + escaped(slug)).orElse("")
                + wanted.account().map(id -> "&account=" + id).orElse("")
                + wanted.verb().map(verb -> "&verb=" + escaped(verb)).orElse("");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Line line(Deed deed, Caller caller, Words words) {
        var moments = new Moments(words, ZONE);
        return new Line(
                moments.date(deed.at()) + ", " + moments.time(deed.at()),
                moments.machine(deed.at()),
                deed.who()
                        .orElseGet(() -> words.say(
                                deed.account().isPresent() ? "desk.audit.somebody" : "desk.audit.commandLine")),
                said(deed.verb(), words),
                deed.name(),
                deed.event(),
                deed.event()
                        .map(event -> "/organise/events/" + event.slug() + "?organisation="
                                + caller.organisation().slug())
                        .orElse(""));
    }

    /** A verb in words, which this room has for all others; one that has none stands for itself. */
    static String said(String verb, Words words) {
        var key = "desk.deed." + verb;
        return words.has(key) ? words.say(key) : verb;
    }
}
