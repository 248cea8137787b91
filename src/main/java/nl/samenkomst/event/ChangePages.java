package nl.samenkomst.event;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.EditEventDesk.Sent;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;

/** Shows a change before it is made: what becomes other, who would get which mail, and how many seats are lacking. */
record ChangePages(Sheets sheets, LetterPreview letters) {

    private static final int NAMED = 200;

    /**
     * The page.
     *
     * @param still how many have a seat and hear nothing
     * @param shortage the number to raise where some would find no seat; empty where all do
     * @param meeting to say where people join, where nobody said so yet
     */
    record Change(
            DeskTop top,
            String event,
            String eventHref,
            String title,
            List<Row> rows,
            List<Group> groups,
            int still,
            String sum,
            String when,
            Optional<Shortage> shortage,
            Optional<Meeting> meeting,
            boolean told,
            String action,
            String token,
            Map<String, String> hidden) {}

    record Row(String name, List<String> before, List<String> after) {}

    /** People who would get the same mail. */
    record Group(int number, String who, Optional<String> lead, String means, List<String> names, int more) {}

    record Shortage(String lack, Field field) {}

    record Meeting(List<DeskChoice> providers, Field provider, Field url) {}

    /** Whether somebody notices. */
    boolean touches(ChangePreview preview) {
        var effect = preview.effect();
        return !effect.letters().isEmpty() || effect.moved() > 0 || effect.choose() > 0;
    }

    /** Whether people would go online without anybody having said where. */
    boolean asks(Sent sent) {
        var way = Gathering.of(sent.typed().text("attendance"));
        return way.filter(one -> one.allows(Attendance.ONLINE)).isPresent()
                && !sent.event().attendance().allows(Attendance.ONLINE)
                && sent.typed().said("meeting.provider").isEmpty();
    }

    Future<Reply> page(Sent sent, ChangePreview preview) {
        var groups = groups(sent, preview);
        var seats = new SeatStore(sheets.sql()).of(List.of(sent.event().id()));
        return Future.all(groups, seats)
                .map(both -> page(
                        sent,
                        preview,
                        groups.result(),
                        seats.result().getOrDefault(sent.event().id(), List.of())));
    }

    private Reply page(Sent sent, ChangePreview preview, List<Group> groups, List<Seats> seats) {
        var words = Workspace.words(sent.caller(), sent.visit());
        var title = words.say("event.change.page" + (online(preview) ? ".online" : ""));
        var shortage = shortage(sent, preview, words);
        var meeting = asks(sent) ? Optional.of(meeting(sent, words)) : Optional.<Meeting>empty();
        var shown = new Change(
                Workspace.top(sent.caller(), sent.visit(), Workspace.Part.EVENTS),
                sent.event().text(words.locale().getLanguage()).title(),
                EventTop.Page.OVERVIEW.of(sent.event()),
                title,
                rows(sent, words),
                groups,
                still(preview, seats),
                sum(preview, words),
                when(preview, words),
                shortage,
                meeting,
                !preview.effect().letters().isEmpty(),
                EditEventDesk.path(sent.event()),
                sent.caller().formToken(sent.visit().links(), EditEventDesk.path(sent.event())),
                hidden(sent, shortage, meeting));
        return Reply.page(Workspace.frame(sent.caller(), title), "event/desk-change", shown)
                .personal();
    }

    private static boolean online(ChangePreview preview) {
        return preview.before().attendance() != Gathering.ONLINE
                && preview.after().attendance() == Gathering.ONLINE;
    }

    private static List<Row> rows(Sent sent, Words words) {
        var rows = new ArrayList<Row>();
        var differing = TypedGroups.differing(sent.current(), sent.typed());
        differing.forEach(group -> rows.add(new Row(
                words.say("event.change." + group),
                ChangeWords.lines(sent.current(), group, words),
                ChangeWords.lines(sent.typed(), group, words))));
        if (!differing.contains("when")) {
            rows.add(new Row(
                    words.say("event.change.when"), ChangeWords.lines(sent.current(), "when", words), List.of()));
        }
        return rows;
    }

    /** Who gets the same kind of letter for the same way of attending hears the same. */
    private Future<List<Group>> groups(Sent sent, ChangePreview preview) {
        var found = new LinkedHashMap<List<Object>, List<ChangeEffect.Told>>();
        preview.effect().people().forEach(one -> found.computeIfAbsent(
                        List.of(one.letter(), one.attendance()), first -> new ArrayList<>())
                .add(one));
        var asked = found.values().stream()
                .map(people -> group(sent, preview, people))
                .toList();
        return Future.all(asked).map(all -> asked.stream().map(Future::result).toList());
    }

    private Future<Group> group(Sent sent, ChangePreview preview, List<ChangeEffect.Told> people) {
        var one = people.get(0);
        var words = Workspace.words(sent.caller(), sent.visit());
        var asked = new LetterPreview.Asked(
                preview.before(),
                preview.after(),
                one.letter(),
                one.attendance(),
                sent.caller().account().name(),
                words.locale().getLanguage());
        return letters.write(asked)
                .map(written -> new Group(
                        people.size(),
                        words.say(who(one, preview, words), people.size()),
                        written.map(letter -> letter.text().split("\n\n", 2)[0].strip()),
                        words.say(
                                one.letter().startsWith("calendar/") ? "event.told.mail.calendar" : "event.told.mail"),
                        people.stream()
                                .limit(NAMED)
                                .map(who -> who.name().or(who::email).orElseGet(() -> words.say("event.loss.erased")))
                                .toList(),
                        Math.max(0, people.size() - NAMED)));
    }

    private static String who(ChangeEffect.Told one, ChangePreview preview, Words words) {
        var other = one.attendance() == Attendance.ONLINE ? Attendance.ON_SITE : Attendance.ONLINE;
        var moved = preview.before().attendance().allows(other)
                && !preview.after().attendance().allows(other);
        // Who was never told of their seat hears of it now, as it will be.
        var letter = one.letter().replace('/', '.').replace("calendar.confirmed", "calendar.changed");
        var key = "event.told." + letter + (moved ? ".moved." : ".")
                + one.attendance().code();
        return words.has(key) ? key : "event.told.other";
    }

    /** Letters with a calendar part go to who has a seat, but for those who get theirs by the change. */
    private static int still(ChangePreview preview, List<Seats> seats) {
        var held = seats.stream().mapToInt(Seats::held).sum();
        var seated = preview.effect().people().stream()
                .filter(one ->
                        one.letter().startsWith("calendar/") && !one.letter().equals("calendar/promoted"))
                .count();
        return (int) Math.max(0, held - seated);
    }

    private static String sum(ChangePreview preview, Words words) {
        var letters = preview.effect().letters();
        var mails = letters.values().stream().mapToInt(Integer::intValue).sum();
        var calendars = letters.entrySet().stream()
                .filter(one -> one.getKey().startsWith("calendar/"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return words.say("event.change.sum", mails, calendars);
    }

    private String when(ChangePreview preview, Words words) {
        var now = sheets.clock().instant();
        var moments = new Moments(words, preview.after().zone());
        return preview.tellsAt()
                .map(at -> at.isAfter(now)
                        ? words.say("event.change.at", moments.time(now), moments.time(at))
                        : words.say("event.change.now"))
                .orElseGet(() -> words.say("event.change.nobody"));
    }

    private static Optional<Shortage> shortage(Sent sent, ChangePreview preview, Words words) {
        var lacking = preview.effect().shortage();
        if (lacking == 0) {
            return Optional.empty();
        }
        var field = preview.after().attendance() == Gathering.ON_SITE ? "capacity.onSite" : "capacity.online";
        return Optional.of(new Shortage(
                words.say("event.change.shortage", lacking), new SheetFields(sent.typed(), Map.of(), words).of(field)));
    }

    private Meeting meeting(Sent sent, Words words) {
        var fields = new SheetFields(sent.typed(), Map.of(), words);
        return new Meeting(
                sheets.providers().all().stream()
                        .map(one -> new DeskChoice(one.id(), one.name(words.locale()), false))
                        .toList(),
                fields.of("meeting.provider"),
                fields.of("meeting.url"));
    }

    /** All that was typed, but what the page itself asks. */
    private static Map<String, String> hidden(Sent sent, Optional<Shortage> shortage, Optional<Meeting> meeting) {
        var hidden = StalePages.hidden(sent);
        hidden.put("base", TypedGroups.marks(sent.current()));
        shortage.ifPresent(one -> hidden.remove(one.field().name()));
        meeting.ifPresent(one -> hidden.keySet().removeAll(List.of("meeting.provider", "meeting.url")));
        return hidden;
    }
}
