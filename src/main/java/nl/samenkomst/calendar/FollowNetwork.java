package nl.samenkomst.calendar;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.event.PublicFormats;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.spi.EventFormat;

/** On a network's page: how to follow its gatherings in one's own calendar, all of them or a part. */
public final class FollowNetwork implements Panel<Network> {

    private static final int ORDER = 10;

    private final NetworkShelf networks;
    private final PublicFormats formats;
    private final String place;

    private FollowNetwork(NetworkShelf networks, PublicFormats formats, String place) {
        this.networks = networks;
        this.formats = formats;
        this.place = place;
    }

    /** In words, for people. */
    public static FollowNetwork inWords(NetworkShelf networks, PublicFormats formats) {
        return new FollowNetwork(networks, formats, "story");
    }

    /** In the head of the page, where programs look for it. */
    public static FollowNetwork inHead(NetworkShelf networks, PublicFormats formats) {
        return new FollowNetwork(networks, formats, "head");
    }

    /**
     * What the page shows.
     *
     * @param whole the page's own choice: the network, or the area that is looked at
     * @param parts less than that
     */
    record Follow(Feed whole, List<Feed> parts) {}

    /**
     * The addresses of one feed, all absolute.
     *
     * @param webcal opens the reader's calendar program
     */
    record Feed(String name, String webcal, String calendar, String news) {}

    @Override
    public Future<Map<Network, Shown>> on(List<Network> things, Visit visit) {
        var shown = things.stream().collect(Collectors.toMap(network -> network, network -> shown(network, visit)));
        return Future.all(List.copyOf(shown.values())).map(done -> shown.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().result())));
    }

    private Future<Shown> shown(Network network, Visit visit) {
        return formats.of(network.id())
                .compose(used -> networks.of(network.id()).map(housed -> {
                    var language = visit.language(housed.organisation().languages());
                    var words = visit.site().languages().in(language);
                    var choice = area(network, visit);
                    var feeds = parts(network, choice, used)
                            .map(part ->
                                    feed(FeedText.name(housed, part, words), network, part, language, visit.links()))
                            .toList();
                    return new Shown(
                            ORDER,
                            place,
                            "calendar/follow-" + place,
                            new Follow(feeds.get(0), feeds.subList(1, feeds.size())));
                }));
    }

    private static FeedChoice area(Network network, Visit visit) {
        return visit.query("area")
                .flatMap(network::area)
                .map(FeedChoice.ALL::in)
                .orElse(FeedChoice.ALL);
    }

    /** The page's own choice first; then its areas, then the formats that there are gatherings of. */
    private static Stream<FeedChoice> parts(Network network, FeedChoice whole, List<EventFormat> formats) {
        var areas = whole.area().isPresent()
                ? Stream.<FeedChoice>empty()
                : network.areas().stream().map(whole::in);
        return Stream.of(Stream.of(whole), areas, formats.stream().map(whole::of))
                .flatMap(part -> part);
    }

    private static Feed feed(String name, Network network, FeedChoice choice, String language, Links links) {
        var path = "/networks/" + network.slug();
        var calendar = links.url(path + "/calendar.ics" + choice.query(language));
        return new Feed(name, Webcal.of(calendar), calendar, links.url(path + "/feed.xml" + choice.query(language)));
    }
}
