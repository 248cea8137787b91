package nl.samenkomst.quote;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Embedding;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Renderer;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.NetworkTarget;

/**
 * The words of a network's participants for pages of other sites, those alone whose authors agreed to other sites. Nobody keeps this
 * page, so words that are withdrawn are gone the next time it is asked for.
 */
public final class QuoteWall implements Feature {

    private static final int MOST = 30;

    private final PublishedQuotes quotes;
    private final NetworkShelf networks;
    private final Clock clock;

    /** @param sites that may show it, with spaces between */
    record Wall(String sites, String to, List<Row> quotes) {}

    /** One quote, with the address of its gathering. */
    record Row(PublishedQuote quote, String to, String title) {}

    public QuoteWall(PublishedQuotes quotes, NetworkShelf networks, Clock clock) {
        this.quotes = quotes;
        this.networks = networks;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/embed/networks/:network/quotes", Anyone.visiting(NetworkTarget.NETWORK), this::wall);
    }

    private Future<Reply> wall(Visit visit, Network network) {
        var housed = networks.of(network.id());
        var said = quotes.ofNetwork(network.id(), Scope.SOCIAL, Instant.EPOCH, clock.instant());
        return Future.all(housed, said).map(both -> reply(visit, housed.result(), said.result()));
    }

    private static Reply reply(Visit visit, Housed housed, List<PublishedQuote> said) {
        var words = words(visit, housed);
        var sites = housed.organisation().manner().embedders();
        var rows = said.stream()
                .limit(MOST)
                .map(quote -> new Row(quote, page(visit, "/events/" + quote.event()), quote.title()))
                .toList();
        var wall = new Wall(
                String.join(" ", sites),
                page(visit, "/networks/" + housed.network().slug()),
                rows);
        var frame =
                housed.frame(Optional.empty(), words.say("quote.wall.title")).styled("lookback");
        var reader = new Renderer.Reader(words.locale().getLanguage(), Optional.empty(), visit.path());
        var sheet = visit.site().renderer().sheet("quote/embed", wall, frame, reader);
        return Embedding.allowed(visit, sheet, sites).with("Cache-Control", "no-store");
    }

    /** In the language that the other site asks for, else the organisation's first. */
    private static Words words(Visit visit, Housed housed) {
        var offered = housed.organisation().languages();
        return visit.site()
                .languages()
                .in(visit.query("lang")
                        .filter(offered::contains)
                        .or(() -> offered.stream().findFirst())
                        .filter(Languages::known)
                        .orElse(Languages.TAGS.get(0)));
    }

    private static String page(Visit visit, String path) {
        return visit.links().url(path)
                + visit.query("lang")
                        .filter(Languages::known)
                        .map(tag -> "?lang=" + tag)
                        .orElse("");
    }
}
