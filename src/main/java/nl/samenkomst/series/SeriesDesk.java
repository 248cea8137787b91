package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;
import nl.samenkomst.network.SeriesTarget;
import nl.samenkomst.spi.Gathering;

/** The organisation's series for its staff: all of them, a new one, and one with its dates. */
public final class SeriesDesk implements Feature {

    private final Pool pool;
    private final SeriesPlanning planning;
    private final Formats formats;
    private final Clock clock;

    public SeriesDesk(Pool pool, SeriesPlanning planning, Formats formats, Clock clock) {
        this.pool = pool;
        this.planning = planning;
        this.formats = formats;
        this.clock = clock;
    }

    /** The list. */
    record SeriesList(DeskTop top, boolean plans, String newPath, List<Row> rows) {}

    record Row(String slug, String title, String said) {}

    /** The form. */
    record NewSeries(
            DeskTop top,
            String action,
            String token,
            List<DeskForm.Item> wrong,
            List<DeskForm.Field> what,
            List<DeskForm.Field> when,
            List<DeskForm.Field> where,
            List<DeskForm.Field> who) {}

    /** One series. */
    record Overview(DeskTop top, SeriesTop head, String said, List<Date> dates) {}

    record Date(Moments.Leaf leaf, String slug, String date, String hours, String status, boolean past) {}

    @Override
    public void mount(Site site) {
        site.get(SeriesTop.PATH, Staff.in(Role.FACILITATOR), this::list);
        site.get(SeriesTop.PATH + "/new", Staff.in(Role.ORGANISER), (visit, caller) -> networks(caller)
                .map(networks -> form(visit, caller, networks, DeskForm.empty(Workspace.words(caller, visit)))));
        site.post(SeriesTop.PATH, Staff.in(Role.ORGANISER), this::create);
        site.get(SeriesTop.PATH + "/:series", Staff.of(SeriesTarget.SERIES, Role.FACILITATOR), this::show);
    }

    private Future<List<Network>> networks(Caller caller) {
        return new NetworkStore(pool)
                .list(caller.organisation().id(), Paging.first(Paging.MOST))
                .map(found -> found.items());
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        return new SeriesStore(pool)
                .list(caller.organisation().id(), Paging.first(Paging.MOST))
                .compose(found -> new DateStore(pool)
                        .counts(found.items().stream().map(Series::id).toList(), clock.instant())
                        .map(counts -> listed(visit, caller, found.items(), counts)));
    }

    private static Reply listed(Visit visit, Caller caller, List<Series> found, Map<UUID, DateStore.Count> counts) {
        var words = Workspace.words(caller, visit);
        var shown = new SeriesList(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                caller.role().allows(Role.ORGANISER),
                SeriesTop.PATH + "/new?organisation=" + caller.organisation().slug(),
                found.stream()
                        .map(one -> new Row(
                                one.slug(),
                                one.title(),
                                counted(counts.getOrDefault(one.id(), new DateStore.Count(0, 0)), words)))
                        .toList());
        return Reply.page(Workspace.frame(caller, words.say("series.desk.list")), "series/desk-list", shown)
                .personal();
    }

    private static String counted(DateStore.Count count, Words words) {
        return words.say("series.desk.dates", count.dates()) + ", " + words.say("series.desk.members", count.members());
    }

    private Reply form(Visit visit, Caller caller, List<Network> networks, DeskForm form) {
        var words = form.words();
        var action = SeriesTop.PATH;
        var places = networks.stream()
                .flatMap(network -> Stream.concat(
                        Stream.of(form.option("place", network.slug(), network.name())),
                        network.areas().stream()
                                .map(area -> form.option(
                                        "place",
                                        network.slug() + "/" + area.slug(),
                                        network.name() + ", " + area.name()))))
                .toList();
        var kinds = formats.all().stream()
                .map(one -> form.option("format", one.id(), one.name(words.locale())))
                .toList();
        var ways = Stream.of(Gathering.values())
                .map(way -> form.option("attendance", way.code(), words.say("series.gathering." + way.code())))
                .toList();
        var shown = new NewSeries(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                action + "?organisation=" + caller.organisation().slug(),
                caller.formToken(visit.links(), action),
                form.items(),
                List.of(
                        form.needed("title", "text"),
                        form.choice("place", places),
                        form.choice("format", kinds),
                        form.maybe("summary", "text"),
                        form.maybe("description", "textarea")),
                List.of(form.needed("time", "time"), form.needed("minutes", "number")),
                List.of(
                        form.choice("attendance", ways),
                        form.maybe("venue.name", "text"),
                        form.maybe("venue.address", "text"),
                        form.maybe("onSite", "number"),
                        form.maybe("url", "url")),
                List.of(
                        form.needed("contact.name", "text"),
                        form.needed("contact.email", "email"),
                        form.maybe("contact.phone", "tel")));
        var title = words.say("series.desk.new");
        return Reply.page(
                        Workspace.frame(caller, form.wrong().isEmpty() ? title : words.say("frame.fault", title)),
                        "series/desk-new",
                        shown)
                .personal();
    }

    private Future<Reply> create(Visit visit, Caller caller) {
        var words = Workspace.words(caller, visit);
        return networks(caller).compose(networks -> pool.withTransaction(tx -> planning.create(
                                tx, caller.organisation().id(), TypedSeries.json(visit.body(), networks))
                        .compose(series -> new AuditStore(tx)
                                .note(caller, "series.create", series.id().toString())
                                .map(Reply.seeOther(SeriesTop.Page.DATES.of(series))
                                        .personal())))
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == 422
                        ? Future.succeededFuture(form(
                                        visit,
                                        caller,
                                        networks,
                                        new DeskForm(words, visit.body().json(), refusal.faults()))
                                .status(422))
                        : Future.failedFuture(failure)));
    }

    private Future<Reply> show(Visit visit, Admitted<Series> admitted) {
        var series = admitted.thing();
        var dates = new DateStore(pool).all(series.id());
        var counts = new DateStore(pool).counts(List.of(series.id()), clock.instant());
        return Future.all(dates, counts).map(both -> {
            var words = Workspace.words(admitted.caller(), visit);
            var rows = new ArrayList<Date>();
            dates.result().forEach(event -> rows.add(date(event, words)));
            var shown = new Overview(
                    Workspace.top(admitted.caller(), visit, Workspace.Part.EVENTS),
                    SeriesTop.of(series, admitted.caller(), visit, SeriesTop.Page.OVERVIEW),
                    counted(counts.result().getOrDefault(series.id(), new DateStore.Count(0, 0)), words),
                    rows);
            return Reply.page(Workspace.frame(admitted.caller(), series.title()), "series/desk-series", shown)
                    .personal();
        });
    }

    private Date date(Event event, Words words) {
        var moments = new Moments(words, event.zone());
        return new Date(
                moments.leaf(event.start()),
                event.slug(),
                moments.date(event.start()),
                moments.hours(event.start(), event.end()),
                words.say("series.status." + event.status().code()),
                event.phase(clock.instant()) == Event.Phase.OVER);
    }
}
