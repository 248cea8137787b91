package nl.samenkomst.event;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.samenkomst.account.LastDeedStore;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.EditEventDesk.Sent;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Reply;

/** Tells who saved second what the first changed meanwhile: both versions stand side by side, and nothing typed is lost. */
record StalePages(Sheets sheets) {

    /**
     * The page.
     *
     * @param by who changed it last and when; empty where the log does not tell
     * @param rows what changed meanwhile
     * @param kept what else was typed, and stays whatever is chosen
     */
    record Overtaken(
            DeskTop top,
            String title,
            String eventHref,
            Optional<String> by,
            List<Row> rows,
            List<String> kept,
            String action,
            String token,
            Map<String, String> hidden) {}

    /** @param both whether both changed it: else what was typed is what stood there before */
    record Row(String name, List<String> mine, List<String> theirs, boolean both) {}

    Future<Reply> page(Sent sent) {
        return new LastDeedStore(sheets.sql()).on(sent.event().id().toString()).map(last -> page(sent, last));
    }

    private Reply page(Sent sent, Optional<LastDeedStore.Deed> last) {
        var words = Workspace.words(sent.caller(), sent.visit());
        var moments = new Moments(words, sent.event().zone());
        var ours = ours(sent);
        var theirs = TypedGroups.changedSince(sent.base(), sent.current());
        var shown = new Overtaken(
                Workspace.top(sent.caller(), sent.visit(), Workspace.Part.EVENTS),
                sent.event().text(words.locale().getLanguage()).title(),
                EventTop.Page.OVERVIEW.of(sent.event()),
                last.map(deed -> words.say(
                        "event.stale.by",
                        deed.account().orElse("API"),
                        moments.day(deed.at()),
                        moments.time(deed.at()))),
                theirs.stream()
                        .filter(group -> TypedGroups.differing(sent.typed(), sent.current())
                                .contains(group))
                        .map(group -> row(sent, group, ours.contains(group), words))
                        .toList(),
                ours.stream()
                        .filter(group -> !theirs.contains(group))
                        .map(group -> words.say("event.change." + group))
                        .toList(),
                EditEventDesk.path(sent.event()),
                sent.caller().formToken(sent.visit().links(), EditEventDesk.path(sent.event())),
                hidden(sent));
        return Reply.page(Workspace.frame(sent.caller(), words.say("event.stale.title")), "event/desk-stale", shown)
                .status(409)
                .personal();
    }

    private static List<String> ours(Sent sent) {
        return TypedGroups.changedSince(sent.base(), sent.typed());
    }

    private static Row row(Sent sent, String group, boolean both, Words words) {
        return new Row(
                words.say("event.change." + group),
                ChangeWords.lines(sent.typed(), group, words),
                ChangeWords.lines(sent.current(), group, words),
                both);
    }

    /** What was typed, for the version that stands there now. */
    static Map<String, String> hidden(Sent sent) {
        var hidden = new TreeMap<>(sent.typed().values());
        hidden.put("version", String.valueOf(sent.event().version()));
        hidden.put("base", sent.base());
        return hidden;
    }

    /** What we did not touch stays as another made it; what we typed stands over theirs. */
    static Sent mine(Sent sent) {
        var untouched = TypedGroups.ALL.stream()
                .filter(group -> !ours(sent).contains(group))
                .toList();
        return sent.with(TypedGroups.merged(sent.typed(), sent.current(), untouched));
    }

    /** What another changed stays; the rest is as we typed it. */
    static Sent theirs(Sent sent) {
        var kept = mine(sent);
        return sent.with(TypedGroups.merged(
                kept.typed(), sent.current(), TypedGroups.changedSince(sent.base(), sent.current())));
    }
}
