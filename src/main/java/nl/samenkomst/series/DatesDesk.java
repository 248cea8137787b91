package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFilter;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesTarget;

/** Dates made ahead: a rhythm is typed, its dates are looked over, and those that are ticked are made. */
public final class DatesDesk implements Feature {

    private static final String PATH = SeriesTop.PATH + "/:series/dates";
    private static final List<String> FIELDS =
            List.of("weeks", "weekday", "from", "until", "outFrom", "outTo", "out2From", "out2To");

    private final Pool pool;
    private final SeriesPlanning planning;
    private final Clock clock;

    public DatesDesk(Pool pool, SeriesPlanning planning, Clock clock) {
        this.pool = pool;
        this.planning = planning;
        this.clock = clock;
    }

    /** @param looked whether dates are shown to look over */
    record Dates(
            DeskTop top,
            SeriesTop head,
            String action,
            String token,
            List<DeskForm.Item> wrong,
            List<DeskForm.Field> fields,
            boolean looked,
            List<Row> rows) {}

    /**
     * A date to look over.
     *
     * @param value ISO 8601
     * @param chosen whether it is ticked at first
     */
    record Row(String value, String date, String hours, List<String> notes, boolean chosen) {}

    @Override
    public void mount(Site site) {
        var planning = Staff.of(SeriesTarget.SERIES, Role.ORGANISER);
        site.get(PATH, planning, this::look);
        site.post(PATH, planning, this::make);
    }

    private Future<Reply> look(Visit visit, Admitted<Series> admitted) {
        var typed = new JsonObject();
        FIELDS.forEach(
                field -> visit.query(field).filter(text -> !text.isBlank()).ifPresent(text -> typed.put(field, text)));
        var faults = new Faults();
        var rhythm = typed.isEmpty() ? Optional.<Rhythm>empty() : rhythm(typed, faults);
        if (typed.isEmpty()) {
            typed.put("weeks", "6").put("weekday", "THURSDAY");
        }
        var words = Workspace.words(admitted.caller(), visit);
        return rows(admitted.thing(), rhythm, words)
                .map(rows ->
                        page(visit, admitted, new DeskForm(words, typed, faults.list()), rhythm.isPresent(), rows));
    }

    private static Optional<Rhythm> rhythm(JsonObject typed, Faults faults) {
        var weeks = Optional.of(TypedSeries.number(typed.getString("weeks", "")))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .filter(number -> number >= 1 && number <= Rhythm.MOST_WEEKS);
        if (weeks.isEmpty()) {
            faults.add("weeks", "series.dates.weeks", Rhythm.MOST_WEEKS);
        }
        var weekday = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(typed.getString("weekday", "")))
                .findFirst();
        var from = day(typed, "from", true, faults);
        var until = day(typed, "until", true, faults);
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            faults.add("until", "series.dates.order");
        }
        var except = Stream.of(span(typed, "outFrom", "outTo", faults), span(typed, "out2From", "out2To", faults))
                .flatMap(Optional::stream)
                .toList();
        return faults.none() && weekday.isPresent()
                ? Optional.of(
                        new Rhythm(weeks.orElseThrow(), weekday.get(), from.orElseThrow(), until.orElseThrow(), except))
                : Optional.empty();
    }

    private static Optional<Span> span(JsonObject typed, String from, String to, Faults faults) {
        var first = day(typed, from, false, faults);
        var last = day(typed, to, false, faults).or(() -> first);
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            faults.add(to, "series.dates.order");
            return Optional.empty();
        }
        return first.flatMap(day -> last.map(end -> new Span(day, end)));
    }

    private static Optional<LocalDate> day(JsonObject typed, String field, boolean needed, Faults faults) {
        var text = typed.getString(field, "");
        try {
            if (!text.isEmpty()) {
                return Optional.of(LocalDate.parse(text.strip()));
            }
        } catch (DateTimeException malformed) {
            faults.add(field, "series.date");
            return Optional.empty();
        }
        if (needed) {
            faults.add(field, "series.date");
        }
        return Optional.empty();
    }

    private Future<List<Row>> rows(Series series, Optional<Rhythm> rhythm, Words words) {
        var dates = rhythm.map(Rhythm::dates).orElse(List.of());
        if (dates.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        var filter = EventFilter.of(series.organisation())
                .in(series.network())
                .from(dates.get(0).atStartOfDay(series.zone()).toInstant())
                .to(dates.get(dates.size() - 1)
                        .plusDays(1)
                        .atStartOfDay(series.zone())
                        .toInstant());
        return new EventStore(pool)
                .list(series.area().map(filter::inArea).orElse(filter), Paging.first(Paging.MOST), clock.instant())
                .map(found -> rows(series, dates, found.items(), words));
    }

    private List<Row> rows(Series series, List<LocalDate> dates, List<Event> others, Words words) {
        var pattern = new DatePattern(series);
        var moments = new Moments(words, series.zone());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < dates.size(); i++) {
            var date = dates.get(i);
            var start = pattern.start(date);
            var notes = new ArrayList<String>();
            if (pattern.skipped(date)) {
                notes.add(words.say("series.dates.skipped"));
            }
            if (i > 0 && !pattern.start(dates.get(i - 1)).getOffset().equals(start.getOffset())) {
                notes.add(words.say("series.dates.clock", moments.time(start.toInstant())));
            }
            var there = others.stream()
                    .filter(event -> !event.cancelled())
                    .filter(event ->
                            event.start().atZone(series.zone()).toLocalDate().equals(date))
                    .toList();
            there.forEach(event -> notes.add(
                    words.say("series.dates.clash", event.title(), moments.hours(event.start(), event.end()))));
            var past = start.toInstant().isBefore(clock.instant());
            if (past) {
                notes.add(words.say("series.dates.past"));
            }
            rows.add(new Row(
                    date.toString(),
                    moments.date(start.toInstant()),
                    moments.hours(start.toInstant(), pattern.end(date).toInstant()),
                    notes,
                    there.isEmpty() && !past));
        }
        return rows;
    }

    private static Reply page(Visit visit, Admitted<Series> admitted, DeskForm form, boolean looked, List<Row> rows) {
        var caller = admitted.caller();
        var words = form.words();
        var action = SeriesTop.Page.DATES.of(admitted.thing());
        var days = Arrays.stream(DayOfWeek.values())
                .map(day -> form.option("weekday", day.name(), day.getDisplayName(TextStyle.FULL, words.locale())))
                .toList();
        var shown = new Dates(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                SeriesTop.of(admitted.thing(), caller, visit, SeriesTop.Page.DATES),
                action,
                caller.formToken(visit.links(), action),
                form.items(),
                List.of(
                        form.needed("weeks", "number"),
                        form.choice("weekday", days),
                        form.needed("from", "date"),
                        form.needed("until", "date"),
                        form.maybe("outFrom", "date"),
                        form.maybe("outTo", "date"),
                        form.maybe("out2From", "date"),
                        form.maybe("out2To", "date")),
                looked,
                rows);
        var title = words.say("series.dates.title", admitted.thing().title());
        var page = Reply.page(
                        Workspace.frame(caller, form.wrong().isEmpty() ? title : words.say("frame.fault", title)),
                        "series/desk-dates",
                        shown)
                .personal();
        return form.wrong().isEmpty() ? page : page.status(422);
    }

    private Future<Reply> make(Visit visit, Admitted<Series> admitted) {
        var series = admitted.thing();
        var faults = new Faults();
        var dates = DeskForm.all(visit.body().json(), "dates").stream()
                .limit(Rhythm.MOST_DATES)
                .flatMap(text -> day(new JsonObject().put("dates", text), "dates", true, faults).stream())
                .distinct()
                .sorted()
                .toList();
        if (dates.isEmpty()) {
            faults.add("dates", "series.dates.choose");
        }
        faults.refuse();
        var publish = visit.body().text("publish").filter("yes"::equals).isPresent();
        return pool.withTransaction(
                        tx -> planning.make(tx, series, dates, publish).compose(made -> new AuditStore(tx)
                                .note(
                                        admitted.caller(),
                                        "series.dates",
                                        series.id().toString())))
                .recover(DatesDesk::readable)
                .map(done -> Reply.seeOther(SeriesTop.Page.OVERVIEW.of(series)).personal());
    }

    /** What is wrong with every date is wrong with the series: said on a page of its own. */
    private static Future<Void> readable(Throwable failure) {
        return Future.failedFuture(
                failure instanceof Refusal refusal
                                && refusal.faults().stream()
                                        .anyMatch(one -> one.field().startsWith("capacity"))
                        ? Refusal.of(422, "seats", "series.dates.seats")
                        : failure);
    }
}
