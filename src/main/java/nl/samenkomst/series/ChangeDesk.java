package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.ChangePreview;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Venue;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesTarget;
import nl.samenkomst.spi.Gathering;

/** One date, this and the following, or all, changed at once: dates and wish are chosen, what would come of it is shown, then it is made. */
public final class ChangeDesk implements Feature {

    private static final String PATH = SeriesTop.PATH + "/:series/change";

    private final Pool pool;
    private final SpanChange changes;
    private final Clock clock;

    public ChangeDesk(Pool pool, SpanChange changes, Clock clock) {
        this.pool = pool;
        this.changes = changes;
        this.clock = clock;
    }

    /** Where dates and wish are chosen. */
    record Choosing(
            DeskTop top,
            SeriesTop head,
            String action,
            String token,
            List<DeskForm.Item> wrong,
            List<DeskForm.Field> span,
            List<Row> rows,
            List<DeskForm.Field> fields,
            boolean later) {}

    record Row(String value, String date, String said, boolean chosen) {}

    /**
     * What would come of it.
     *
     * @param kept everything that was typed, to be sent again
     * @param stale whether somebody else changed a date meanwhile
     */
    record Preview(
            DeskTop top,
            SeriesTop head,
            String action,
            String token,
            String back,
            boolean stale,
            List<Hidden> kept,
            List<Changed> dates,
            List<Sum> sums,
            String shortage) {}

    record Hidden(String name, String value) {}

    record Changed(String date, String before, String after, String people) {}

    record Sum(int number, String words) {}

    @Override
    public void mount(Site site) {
        var planning = Staff.of(SeriesTarget.SERIES, Role.ORGANISER);
        site.get(PATH, planning, this::choose);
        site.post(
                PATH, planning, (visit, one) -> dates(visit, one).compose(dates -> preview(visit, one, dates, false)));
        site.post(PATH + "/apply", planning, this::apply);
    }

    private Future<List<Event>> coming(Series series) {
        return new DateStore(pool).coming(series.id(), clock.instant());
    }

    /** Those that were ticked. */
    private Future<List<Event>> dates(Visit visit, Admitted<Series> admitted) {
        var slugs = DeskForm.all(visit.body().json(), "dates");
        return coming(admitted.thing()).map(found -> found.stream()
                .filter(event -> slugs.contains(event.slug()))
                .toList());
    }

    private Future<Reply> choose(Visit visit, Admitted<Series> admitted) {
        var words = Workspace.words(admitted.caller(), visit);
        var typed = new JsonObject();
        Stream.of("since", "until").forEach(field -> visit.query(field).ifPresent(day -> typed.put(field, day)));
        return coming(admitted.thing()).map(found -> {
            var from = visit.query("from").flatMap(slug -> found.stream()
                    .filter(event -> event.slug().equals(slug))
                    .findFirst());
            var which = visit.query("which").orElse("");
            var chosen = found.stream()
                    .filter(event -> switch (which) {
                        case "all" -> true;
                        case "one" -> from.filter(event::equals).isPresent();
                        case "following" ->
                            from.filter(one -> !event.start().isBefore(one.start()))
                                    .isPresent();
                        default -> within(event, typed);
                    })
                    .map(Event::slug)
                    .toList();
            return choosing(visit, admitted, found, chosen, new DeskForm(words, typed, List.of()));
        });
    }

    private static boolean within(Event event, JsonObject typed) {
        var day = event.start().atZone(event.zone()).toLocalDate().toString();
        var since = typed.getString("since", "");
        var until = typed.getString("until", "");
        return !(since + until).isEmpty()
                && (since.isEmpty() || day.compareTo(since) >= 0)
                && (until.isEmpty() || day.compareTo(until) <= 0);
    }

    private Reply choosing(
            Visit visit, Admitted<Series> admitted, List<Event> found, List<String> chosen, DeskForm form) {
        var caller = admitted.caller();
        var words = form.words();
        var action = SeriesTop.Page.CHANGE.of(admitted.thing());
        var ways = new ArrayList<>(List.of(form.option("attendance", "", words.say("series.change.same"))));
        Stream.of(Gathering.values())
                .map(way -> form.option("attendance", way.code(), words.say("series.gathering." + way.code())))
                .forEach(ways::add);
        var shown = new Choosing(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                SeriesTop.of(admitted.thing(), caller, visit, SeriesTop.Page.CHANGE),
                action,
                caller.formToken(visit.links(), action),
                form.items(),
                List.of(form.maybe("since", "date"), form.maybe("until", "date")),
                found.stream()
                        .map(event -> new Row(
                                event.slug(),
                                new Moments(words, event.zone()).date(event.start()),
                                said(event, words),
                                chosen.contains(event.slug())))
                        .toList(),
                List.of(
                        form.choice("attendance", ways),
                        form.maybe("time", "time"),
                        form.maybe("minutes", "number"),
                        form.maybe("venue.name", "text"),
                        form.maybe("venue.address", "text"),
                        form.maybe("url", "url")),
                form.values().containsKey("later"));
        var title = words.say("series.change.title", admitted.thing().title());
        var page = Reply.page(
                        Workspace.frame(caller, form.wrong().isEmpty() ? title : words.say("frame.fault", title)),
                        "series/desk-change",
                        shown)
                .personal();
        return form.wrong().isEmpty() ? page : page.status(422);
    }

    /** Time and place, as short as can be. */
    private static String said(Event event, Words words) {
        var moments = new Moments(words, event.zone());
        var hall = event.venue().map(Venue::name).filter(name -> event.attendance() != Gathering.ONLINE);
        var place = words.say("series.gathering." + event.attendance().code());
        return moments.hours(event.start(), event.end()) + ", "
                + hall.map(name -> name + ", " + place).orElse(place);
    }

    private Future<Reply> preview(Visit visit, Admitted<Series> admitted, List<Event> dates, boolean stale) {
        var faults = new Faults();
        var wish = SpanWish.read(visit.body(), faults);
        if (dates.isEmpty()) {
            faults.add("dates", "series.dates.choose");
        }
        return (faults.none()
                        ? changes.rehearse(admitted.thing(), dates, wish)
                        : Future.<SpanChange.Rehearsed>failedFuture(Refusal.invalid(faults.list())))
                .map(rehearsed -> previewed(visit, admitted, dates, rehearsed, stale))
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == 422
                        ? again(visit, admitted, refusal)
                        : Future.failedFuture(failure));
    }

    private Future<Reply> again(Visit visit, Admitted<Series> admitted, Refusal refusal) {
        var json = visit.body().json();
        var form = new DeskForm(Workspace.words(admitted.caller(), visit), json, refusal.faults());
        return coming(admitted.thing())
                .map(found -> choosing(visit, admitted, found, DeskForm.all(json, "dates"), form));
    }

    private Reply previewed(
            Visit visit, Admitted<Series> admitted, List<Event> dates, SpanChange.Rehearsed rehearsed, boolean stale) {
        var caller = admitted.caller();
        var words = Workspace.words(caller, visit);
        var action = SeriesTop.Page.CHANGE.of(admitted.thing()) + "/apply";
        var kept = new ArrayList<Hidden>();
        for (var field : List.of("attendance", "time", "minutes", "url", "later")) {
            visit.body().text(field).ifPresent(value -> kept.add(new Hidden(field, value)));
        }
        TypedSeries.inner(visit.body(), "venue")
                .ifPresent(venue -> venue.forEach(part -> kept.add(new Hidden(
                        "venue[" + part.getKey() + "]", part.getValue().toString()))));
        dates.forEach(event -> {
            kept.add(new Hidden("dates", event.slug()));
            kept.add(new Hidden("version[" + event.slug() + "]", String.valueOf(event.version())));
        });
        var sums = new ArrayList<Sum>();
        rehearsed.letters().forEach((letter, count) -> sums.add(new Sum(count, letter(letter, count, words))));
        if (rehearsed.members() > 0) {
            sums.add(new Sum(rehearsed.members(), words.say("series.change.members", rehearsed.members())));
        }
        var shown = new Preview(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                SeriesTop.of(admitted.thing(), caller, visit, SeriesTop.Page.CHANGE),
                action,
                caller.formToken(visit.links(), action),
                SeriesTop.Page.CHANGE.of(admitted.thing()),
                stale,
                kept,
                rehearsed.dates().stream().map(one -> changed(one, words)).toList(),
                sums,
                rehearsed.shortage() > 0 ? words.say("series.change.shortage", rehearsed.shortage()) : "");
        var title = words.say("series.change.preview");
        return Reply.page(
                        Workspace.frame(caller, stale ? words.say("frame.fault", title) : title),
                        "series/desk-preview",
                        shown)
                .status(stale ? 409 : 200)
                .personal();
    }

    private static String letter(String letter, int count, Words words) {
        var key = "series.letter." + letter.replace('/', '.');
        return words.has(key) ? words.say(key, count) : words.say("series.letter.other", count);
    }

    private static Changed changed(ChangePreview one, Words words) {
        var people = one.effect().people().size();
        return new Changed(
                new Moments(words, one.before().zone()).date(one.before().start()),
                said(one.before(), words),
                said(one.after(), words),
                words.say("series.change.people", people));
    }

    private Future<Reply> apply(Visit visit, Admitted<Series> admitted) {
        return dates(visit, admitted).compose(dates -> {
            var faults = new Faults();
            var wish = SpanWish.read(visit.body(), faults);
            if (!faults.none() || dates.isEmpty()) {
                return preview(visit, admitted, dates, false);
            }
            var later = visit.body().text("later").isPresent();
            return changes.make(admitted.caller(), admitted.thing(), dates, versions(visit, dates), wish, later)
                    .map(done -> Reply.seeOther(SeriesTop.Page.OVERVIEW.of(admitted.thing()) + "?done=changed")
                            .personal())
                    .recover(failure ->
                            failure instanceof Refusal refusal && refusal.type().equals("stale")
                                    ? dates(visit, admitted).compose(now -> preview(visit, admitted, now, true))
                                    : Future.failedFuture(failure));
        });
    }

    private static Map<UUID, Long> versions(Visit visit, List<Event> dates) {
        var seen = new HashMap<UUID, Long>();
        Optional.ofNullable(visit.body().json().getValue("version"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .ifPresent(json -> dates.forEach(event -> Optional.ofNullable(json.getString(event.slug()))
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .ifPresent(text -> seen.put(event.id(), Long.valueOf(text)))));
        return seen;
    }
}
