package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.BarChart;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** The first page of the workspace: what waits for the organiser, what is next, and what happened just now. */
public final class TodayDesk implements Feature {

    private static final Duration AHEAD = Duration.ofDays(14);

    private final SqlClient sql;
    private final Formats formats;
    private final Clock clock;

    /** @param sql the pool */
    public TodayDesk(SqlClient sql, Formats formats, Clock clock) {
        this.sql = sql;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param create the way to a new gathering, for who may make one
     * @param first what a new organisation does first, instead of everything else
     */
    record Today(
            DeskTop top,
            String date,
            String lead,
            Optional<String> create,
            Optional<First> first,
            List<Todo> todos,
            List<NextRow> next,
            String all,
            List<JustNow> just,
            Chart chart) {}

    /** The first step of a new organisation. */
    record First(String title, String text, String button, String href) {}

    /**
     * What happened.
     *
     * @param key tells one line from another, so that a page knows what is new
     */
    record JustNow(String key, String time, String machine, Optional<String> name, String deed, String title) {}

    /** How many registered per day, as a drawing and as a table. */
    record Chart(String title, CharSequence drawing, List<Row> rows) {

        /** One day. */
        record Row(String day, int number) {}
    }

    @Override
    public void mount(Site site) {
        site.get("/organise", Staff.in(Role.FACILITATOR), this::today);
    }

    private Future<Reply> today(Visit visit, Caller caller) {
        var words = Workspace.words(caller, visit);
        return TodayRead.of(sql, caller, words, clock.instant(), AHEAD).map(read -> Reply.page(
                        Workspace.frame(caller, words.say("frame.part.today")),
                        "desk/today",
                        page(visit, caller, words, read))
                .personal());
    }

    private Today page(Visit visit, Caller caller, Words words, TodayRead read) {
        var now = clock.instant();
        var moments = new Moments(words, read.zone());
        var todos = new Todos(formats, words, read).all(caller);
        var organiser = caller.role().allows(Role.ORGANISER);
        return new Today(
                Workspace.top(caller, visit, Workspace.Part.TODAY),
                words.capital(moments.day(now)),
                lead(words, read, todos.size()),
                Optional.of("/organise/events/new?organisation="
                                + caller.organisation().slug())
                        .filter(path -> organiser && read.beginning().networks() > 0),
                first(caller, words, read),
                todos,
                read.events().stream()
                        .map(event -> NextRow.of(event, read, formats, words, now, organiser))
                        .toList(),
                Workspace.Part.EVENTS.of(caller),
                read.latest().stream()
                        .map(one -> just(one, words, moments, now))
                        .toList(),
                chart(read, words, read.zone()));
    }

    private static String lead(Words words, TodayRead read, int todos) {
        var next = read.events().stream().filter(event -> !event.draft()).findFirst();
        var first = next.map(event -> words.say(
                        "desk.today.next",
                        new Moments(words, event.zone()).day(event.start()),
                        event.text(words.locale().getLanguage()).title()))
                .orElseGet(() -> words.say("desk.today.nothing"));
        return words.capital(first) + " " + words.say("desk.today.waits", todos);
    }

    /** Without a network there is no gathering, and without a gathering nothing happens. */
    private static Optional<First> first(Caller caller, Words words, TodayRead read) {
        var step =
                read.beginning().networks() == 0 ? "network" : read.beginning().events() == 0 ? "event" : "";
        if (step.isEmpty() || !caller.role().allows(Role.ORGANISER)) {
            return Optional.empty();
        }
        var path = step.equals("network") ? "/organise/networks/new" : "/organise/events/new";
        return Optional.of(new First(
                words.say("desk.first." + step),
                words.say("desk.first." + step + ".text"),
                words.say("desk.first." + step + ".button"),
                path + "?organisation=" + caller.organisation().slug()));
    }

    private static JustNow just(HappeningStore.Happening one, Words words, Moments moments, Instant now) {
        var today = moments.day(one.at()).equals(moments.day(now));
        var deed = one.way()
                .map(way -> words.say("desk.just." + one.kind() + "." + way))
                .orElseGet(() -> words.say("desk.just." + one.kind()));
        return new JustNow(
                one.at().toEpochMilli()
                        + one.kind()
                        + one.registration().map(Object::toString).orElse(""),
                today
                        ? moments.time(one.at())
                        : moments.leaf(one.at()).day() + " "
                                + moments.leaf(one.at()).month(),
                moments.machine(one.at()),
                one.name(),
                deed,
                one.title());
    }

    private static Chart chart(TodayRead read, Words words, ZoneId zone) {
        var days = read.days();
        var moments = new Moments(words, zone);
        var most = days.stream().mapToInt(HappeningStore.Day::arrivals).max().orElse(0);
        var sum = days.stream().mapToInt(HappeningStore.Day::arrivals).sum();
        var peak =
                days.stream().filter(day -> day.arrivals() == most && most > 0).findFirst();
        var title = words.say("desk.chart", sum, days.size());
        var bars = new ArrayList<BarChart.Bar>();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var last = i == days.size() - 1;
            var high = peak.filter(day::equals).isPresent();
            var leaf = moments.leaf(day.start(zone));
            var label = last ? words.say("desk.chart.today") : high || i == 0 ? leaf.day() + " " + leaf.month() : "";
            bars.add(new BarChart.Bar(label, day.arrivals(), last || high));
        }
        return new Chart(
                title,
                new BarChart(bars, title).drawing(),
                days.stream()
                        .map(day -> new Chart.Row(moments.day(day.start(zone)), day.arrivals()))
                        .toList());
    }
}
