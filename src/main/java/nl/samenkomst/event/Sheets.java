package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.ProgrammeStore;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.MeetingProvider;

/** Makes the page with the planning form, of what was typed and what is wrong with it. */
record Sheets(SqlClient sql, Formats formats, Providers providers, Clock clock) {

    /** What such a form may weigh, in bytes: long texts in two languages, and every letter of some as three. */
    static final int BODY = 512 * 1024;

    /**
     * What the page is made from.
     *
     * @param event as it is stored; empty for one that is not there yet
     * @param base how it stood when the organiser began to type
     * @param own what the form could not read, {@code refused} what the rules of events say
     */
    record Filled(
            Optional<Event> event,
            Typed typed,
            String base,
            List<Fault> own,
            List<Fault> refused,
            Optional<Sheet.Loss> loss,
            String open) {

        static Filled with(Optional<Event> event, Typed typed, String base) {
            return new Filled(event, typed, base, List.of(), List.of(), Optional.empty(), "");
        }

        Filled opening(String list) {
            return new Filled(event, typed, base, own, refused, loss, list);
        }

        Filled wrong(List<Fault> unread, List<Fault> faults, Optional<Sheet.Loss> lost) {
            return new Filled(event, typed, base, unread, faults, lost, open);
        }

        boolean sound() {
            return own.isEmpty() && refused.isEmpty();
        }
    }

    /** What was read for it. */
    private record Read(List<Network> networks, List<Programme> programmes, Optional<EventTop> head) {}

    Future<Reply> page(Visit visit, Caller caller, String action, Filled filled) {
        return read(visit, caller, filled).map(read -> page(visit, caller, action, filled, read));
    }

    private Future<Read> read(Visit visit, Caller caller, Filled filled) {
        var home = caller.organisation().id();
        var networks = new NetworkStore(sql).list(home, Paging.first(Paging.MOST));
        var programmes = new ProgrammeStore(sql).list(home, Paging.first(Paging.MOST));
        var head = filled.event()
                .map(event -> EventTop.read(sql, formats, event, caller, visit, EventTop.Page.CHANGE, clock.instant())
                        .map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        return Future.all(networks, programmes, head)
                .map(all ->
                        new Read(networks.result().items(), programmes.result().items(), head.result()));
    }

    private Reply page(Visit visit, Caller caller, String action, Filled filled, Read read) {
        var words = Workspace.words(caller, visit);
        var errors = SheetFaults.words(filled.own(), filled.refused(), words);
        var fields = new SheetFields(filled.typed(), errors, words);
        var sheet = sheet(visit, caller, action, filled, read, fields);
        var title = filled.event().isPresent()
                ? words.say("event.edit.title", sheet.title())
                : words.say("event.new.title");
        var frame = Workspace.frame(caller, filled.sound() ? title : words.say("frame.fault", title));
        return Reply.page(frame, "event/desk-edit", sheet)
                .status(filled.sound() ? 200 : 422)
                .personal();
    }

    private Sheet sheet(Visit visit, Caller caller, String action, Filled filled, Read read, SheetFields fields) {
        var words = fields.words();
        var typed = filled.typed();
        var event = filled.event();
        return new Sheet(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                read.head(),
                event.map(one -> one.text(words.locale().getLanguage()).title())
                        .orElseGet(() -> words.say("event.new.title")),
                kind(typed, words),
                action,
                caller.formToken(visit.links(), action.split("\\?", 2)[0]),
                hidden(filled),
                SheetFaults.items(fields.errors(), fields),
                filled.loss(),
                fields.single(),
                tongues(caller, fields),
                read.networks().stream()
                        .filter(network -> open(event, network))
                        .map(network -> DeskChoice.Group.of(network, typed.text("home")))
                        .toList(),
                choices(read.programmes(), Programme::slug, Programme::title, typed.text("programme")),
                gatherings(typed, words),
                codes(Event.Visibility.values(), "event.field.visibility.", typed.text("visibility"), words),
                choices(
                        providers.all(),
                        MeetingProvider::id,
                        one -> one.name(words.locale()),
                        typed.text("meeting.provider")),
                typed.ticked("waitlist"),
                typed.ticked("asksNeeds"),
                new TypedWhen(typed, new Faults())
                        .day()
                        .map(day -> words.say(
                                "event.edit.weekday",
                                day.getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale()))),
                typed.said("lastDate").isPresent() || fields.wrong("lastDate"),
                new SheetRoom(formats, typed, words).shown(),
                folds(filled, fields),
                open(filled, fields),
                told(filled, words),
                event.map(one -> frames(one, caller)),
                event.map(Event::draft).orElse(true));
    }

    private String kind(Typed typed, Words words) {
        return formats.find(typed.text("format"))
                .map(format -> format.name(words.locale()))
                .orElse(typed.text("format"));
    }

    /** The links that people have stay in the network they lead to. */
    private static boolean open(Optional<Event> event, Network network) {
        return event.filter(one -> !one.draft() && !one.network().equals(network.id()))
                .isEmpty();
    }

    private static Map<String, String> hidden(Filled filled) {
        var hidden = new HashMap<String, String>();
        for (var field : List.of("format", "language", "timeZone", "meeting.was")) {
            hidden.put(field, filled.typed().text(field));
        }
        filled.event().ifPresent(event -> {
            hidden.put("version", String.valueOf(event.version()));
            hidden.put("base", filled.base());
        });
        return hidden;
    }

    private static List<Sheet.Tongue> tongues(Caller caller, SheetFields fields) {
        var own = fields.typed().text("language");
        return Languages.TAGS.stream()
                .filter(tag -> !tag.equals(own))
                .filter(tag -> caller.organisation().languages().contains(tag)
                        || fields.typed().said("texts." + tag + ".title").isPresent())
                .map(tag -> {
                    var at = "texts." + tag + ".";
                    var wrong = fields.wrong(at);
                    return new Sheet.Tongue(
                            tag,
                            Languages.ownName(tag),
                            wrong,
                            fields.typed().said(at + "title").isPresent(),
                            List.of(fields.in(tag, "title"), fields.in(tag, "summary")),
                            fields.in(tag, "description"));
                })
                .toList();
    }

    private List<DeskChoice> gatherings(Typed typed, Words words) {
        var allowed =
                formats.find(typed.text("format")).map(EventFormat::gatherings).orElse(List.of(Gathering.values()));
        return Arrays.stream(Gathering.values())
                .filter(way -> allowed.contains(way) || way.code().equals(typed.text("attendance")))
                .map(way -> new DeskChoice(
                        way.code(),
                        words.say("event.field.attendance." + way.code()),
                        way.code().equals(typed.text("attendance"))))
                .toList();
    }

    private static List<DeskChoice> codes(Enum<?>[] values, String at, String chosen, Words words) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .map(code -> new DeskChoice(code, words.say(at + code), code.equals(chosen)))
                .toList();
    }

    private static <T> List<DeskChoice> choices(
            List<T> things, Function<T, String> value, Function<T, String> name, String chosen) {
        return things.stream()
                .map(thing -> new DeskChoice(
                        value.apply(thing),
                        name.apply(thing),
                        value.apply(thing).equals(chosen)))
                .toList();
    }

    private static List<Sheet.Fold> folds(Filled filled, SheetFields fields) {
        var folds = new ArrayList<Sheet.Fold>();
        folds.add(fold("speakers", List.of("name", "role", "organisation", "subject"), filled, fields));
        folds.add(fold("agenda", List.of("time", "title"), filled, fields));
        folds.add(fold("questions", List.of("label", "kind", "choices"), filled, fields));
        return folds;
    }

    private static Sheet.Fold fold(String list, List<String> columns, Filled filled, SheetFields fields) {
        var rows = fields.rows(list, columns);
        var key = "event.fold." + list;
        var words = fields.words();
        return new Sheet.Fold(
                list,
                words.say(key),
                words.say(key + ".one"),
                words.say(key + ".add"),
                words.say(key + ".told", rows.size()),
                filled.open().equals(list) || fields.wrong(list),
                rows);
    }

    private static Map<String, Boolean> open(Filled filled, SheetFields fields) {
        return List.of("meeting", "contact", "programme", "visibility").stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> fields.wrong(part)
                                || (part.equals("contact")
                                        && filled.typed().said("contact.name").isEmpty())));
    }

    private static Map<String, String> told(Filled filled, Words words) {
        var typed = filled.typed();
        return Map.of(
                "contact",
                typed.text("contact.name"),
                "rules",
                words.say("event.field.visibility." + typed.said("visibility").orElse("public")));
    }

    private static Sheet.Frames frames(Event event, Caller caller) {
        var page = EventTop.Page.OVERVIEW.of(event) + "/preview";
        return new Sheet.Frames(
                page,
                page + "/mail",
                caller.organisation().languages().stream()
                        .filter(Languages::known)
                        .map(tag -> new DeskTop.Tab(Languages.ownName(tag), page + "?lang=" + tag, false))
                        .toList());
    }
}
