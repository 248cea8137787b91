package nl.samenkomst.calendar;

import static java.time.temporal.ChronoUnit.DAYS;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import nl.samenkomst.event.FeedStore;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.IfNoneMatch;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkTarget;

/** A network's public gatherings, for calendars that follow along and for news readers; no people, no links to join by. */
public final class NetworkFeeds implements Feature {

    /** How far back a feed goes: a calendar that shows nothing of last month looks broken. */
    private static final Duration BACK = Duration.ofDays(92);

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final String CACHE = "public, max-age=300";

    private final Occasions occasions;
    private final Languages languages;
    private final WorkerExecutor workers;
    private final Clock clock;
    private final FeedText text;
    private final Shelf<Wish, Kept> calendars;
    private final Shelf<Wish, Kept> news;

    /** What is asked for: equal wishes get the same bytes for a moment. */
    record Wish(Housed housed, FeedChoice choice, String language) {}

    /** Bytes with their tag. */
    private record Kept(Buffer body, String etag) {}

    /** @param workers where files are written, see {@link CalendarWorkers} */
    public NetworkFeeds(Occasions occasions, Links links, Languages languages, WorkerExecutor workers, Clock clock) {
        this.occasions = occasions;
        this.languages = languages;
        this.workers = workers;
        this.clock = clock;
        this.text = new FeedText(links, occasions.formats());
        this.calendars = new Shelf<>(KEPT, wish -> written(wish, text::calendar));
        this.news = new Shelf<>(KEPT, wish -> written(wish, text::news));
    }

    @Override
    public void mount(Site site) {
        site.get("/networks/:network/calendar.ics", Anyone.visiting(NetworkTarget.NETWORK), this::calendar);
        site.get("/networks/:network/feed.xml", Anyone.visiting(NetworkTarget.NETWORK), this::news);
    }

    private Future<Reply> calendar(Visit visit, Network network) {
        return wish(visit, network).compose(calendars::of).map(kept -> answer(
                        visit, "text/calendar; charset=utf-8; method=PUBLISH", kept)
                .with("Content-Disposition", "inline; filename=\"" + network.slug() + ".ics\""));
    }

    private Future<Reply> news(Visit visit, Network network) {
        return wish(visit, network)
                .compose(news::of)
                .map(kept -> answer(visit, "application/atom+xml; charset=utf-8", kept));
    }

    private Future<Wish> wish(Visit visit, Network network) {
        var choice = FeedChoice.of(visit, network, occasions.formats());
        return occasions
                .networks()
                .of(network.id())
                .map(housed -> new Wish(
                        housed, choice, visit.language(housed.organisation().languages())));
    }

    /** The language may come from the reader's own settings, so what is kept on the way is kept per setting. */
    private static Reply answer(Visit visit, String type, Kept kept) {
        var full = Reply.bytes(type, kept.body()).with("Cache-Control", CACHE).with("Vary", "Accept-Language, Cookie");
        return IfNoneMatch.answer(visit, full, kept.etag());
    }

    private Future<Kept> written(Wish wish, BiFunction<FeedText.Told, List<FeedStore.Dated>, byte[]> write) {
        var choice = new FeedStore.Choice(
                wish.housed().network().id(),
                wish.choice().area().map(area -> area.id()),
                wish.choice().format().map(format -> format.id()),
                clock.instant().truncatedTo(DAYS).minus(BACK));
        var told = new FeedText.Told(wish.housed(), wish.choice(), languages.in(wish.language()));
        return new FeedStore(occasions.sql())
                .open(choice)
                .compose(found -> workers.executeBlocking(() -> Buffer.buffer(write.apply(told, found)), false))
                .map(body -> new Kept(body, IfNoneMatch.etag(body)));
    }
}
