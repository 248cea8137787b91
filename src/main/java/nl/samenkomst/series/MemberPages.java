package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;

/** A standing member's own page: every date and how they stand for it, and a button for each wish. Only buttons change anything. */
public final class MemberPages implements Feature {

    private static final String OWN = "/members/:token";
    private static final Set<String> NEWS = Set.of("skip", "come", "pause", "resume", "stop", "prefer");

    private final SqlClient sql;
    private final Members members;
    private final EventSources sources;
    private final Clock clock;

    /** What the page to confirm erasing shows. */
    record Erasing(String path, String token) {}

    /** All is said. */
    record Erased() {}

    /** @param sql the pool */
    public MemberPages(SqlClient sql, Members members, EventSources sources, Clock clock) {
        this.sql = sql;
        this.members = members;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get(OWN, Holder.of(MemberTarget.MEMBER), this::show);
        post(site, "skip", (visit, one) -> date(visit, one).compose(event -> members.skip(one, event)));
        post(site, "come", (visit, one) -> date(visit, one).compose(event -> members.come(one, event)));
        post(site, "pause", (visit, one) -> until(visit, one)
                .compose(until -> members.pause(one, until, leaves(visit), By.SELF)));
        post(site, "resume", (visit, one) -> members.resume(one));
        post(site, "stop", (visit, one) -> members.stop(one, leaves(visit), By.SELF));
        post(site, "prefer", this::prefer);
        site.get(OWN + "/data.json", Holder.of(MemberTarget.MEMBER), (visit, one) -> download(one));
        site.get(OWN + "/erase", Holder.of(MemberTarget.MEMBER), this::askToErase);
        site.post(OWN + "/erase", Holder.of(MemberTarget.MEMBER), this::erase);
    }

    private void post(Site site, String action, BiFunction<Visit, Member, Future<Void>> deed) {
        site.post(OWN + "/" + action, Holder.of(MemberTarget.MEMBER), (visit, one) -> {
            MemberLinks.check(visit, one, action);
            there(one);
            return deed.apply(visit, one).map(done -> MemberLinks.done(visit, one, action));
        });
    }

    private static void there(Member one) {
        if (one.erased()) {
            throw Refusal.of(410, "erased", "registration.own.erased");
        }
    }

    private static boolean leaves(Visit visit) {
        return visit.body().text("leave").isPresent();
    }

    private Future<Event> date(Visit visit, Member one) {
        return new EventStore(sql).bySlug(visit.body().text("event").orElse("")).map(found -> found.filter(
                        event -> event.series()
                                .filter(of -> of.id().equals(one.series()))
                                .isPresent())
                .orElseThrow(() -> Refusal.invalid("event", "series.own.date.none")));
    }

    /** No day: until they say otherwise. */
    private Future<Instant> until(Visit visit, Member one) {
        var typed = visit.body().text("until");
        return series(one).map(series -> typed.map(text -> day(text, series)).orElse(Member.FOREVER));
    }

    private static Instant day(String text, Series series) {
        try {
            return LocalDate.parse(text.strip()).atStartOfDay(series.zone()).toInstant();
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("until", "series.date");
        }
    }

    private Future<Void> prefer(Visit visit, Member one) {
        return series(one).compose(series -> {
            var faults = new Faults();
            var way = MemberForm.attendance(visit.body(), series, faults);
            var ifFull = MemberForm.ifFull(visit.body(), faults);
            faults.refuse();
            return members.prefer(one, way.orElseThrow(), ifFull);
        });
    }

    private Future<Series> series(Member one) {
        return new SeriesStore(sql).find(one.series()).map(found -> found.orElseThrow(() -> new NotFound("series")));
    }

    private Future<Reply> show(Visit visit, Member one) {
        there(one);
        return read(one).map(read -> {
            var words = visit.site().languages().in(visit.language(java.util.List.of(one.language())));
            var news = visit.query("done").filter(NEWS::contains).map(done -> words.say("series.own.news." + done));
            var shown = MemberShown.of(read, sources.formats(), words, visit.links(), clock.instant(), news);
            var frame = frame(read, words.say("series.own.title"))
                    .speaking(words.locale().getLanguage());
            return Reply.page(frame, "series/own", shown).personal();
        });
    }

    private static Frame frame(MemberShown.Read read, String title) {
        return read.housed()
                .frame(new DatePattern(read.series()).contact(), title)
                .hidden();
    }

    private Future<MemberShown.Read> read(Member one) {
        var dates = new DateStore(sql).coming(one.series(), clock.instant());
        var skipped = new DateStore(sql).skipped(one.id());
        var registrations = registrations(one);
        return series(one)
                .compose(series -> Future.all(sources.networks().of(series.network()), dates, skipped, registrations)
                        .map(all -> new MemberShown.Read(
                                one,
                                series,
                                all.resultAt(0),
                                dates.result().stream().filter(Event::published).toList(),
                                registrations.result(),
                                new HashSet<>(skipped.result()))));
    }

    private Future<Map<java.util.UUID, Registration>> registrations(Member one) {
        return new DateStore(sql)
                .standing(one.id())
                .compose(standing -> new RegistrationStore(sql)
                        .findAll(standing.values().stream()
                                .map(DateStore.Standing::registration)
                                .toList()))
                .map(found -> found.stream().collect(Collectors.toMap(Registration::event, Function.identity())));
    }

    private Future<Reply> download(Member one) {
        there(one);
        return series(one).map(series -> Reply.json(
                        new JsonObject().put("series", series.slug()).put("member", MemberData.json(one)))
                .with("Content-Disposition", "attachment; filename=\"samenkomst.json\"")
                .personal());
    }

    private Future<Reply> askToErase(Visit visit, Member one) {
        there(one);
        return page(visit, one, "series.erase.title", "series/erase", Optional.of(one));
    }

    private Future<Reply> erase(Visit visit, Member one) {
        MemberLinks.check(visit, one, "erase");
        there(one);
        return members.erase(one)
                .compose(
                        done -> page(visit, one, "registration.erased.title", "registration/erased", Optional.empty()));
    }

    private Future<Reply> page(Visit visit, Member one, String title, String template, Optional<Member> asked) {
        var words = visit.site().languages().in(visit.language(java.util.List.of(one.language())));
        var links = visit.links();
        Object model = asked.<Object>map(member ->
                        new Erasing(MemberLinks.path(links, member), MemberLinks.formToken(links, member, "erase")))
                .orElseGet(Erased::new);
        return read(one).map(read -> Reply.page(
                        frame(read, words.say(title)).speaking(words.locale().getLanguage()), template, model)
                .personal());
    }
}
