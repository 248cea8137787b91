package nl.samenkomst.recap;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkTarget;

/** The public page of a network's year, once it is published. */
public final class ReviewPages implements Feature {

    /** Nobody on the way keeps people's words and photos for longer. */
    private static final String BRIEFLY = "public, max-age=30";

    /** What stands round the printed page changes seldom, and holds nothing of anybody but whom to call. */
    private static final String FOR_FIVE_MINUTES = "public, max-age=300";

    /** What else, besides the address, says in which language it is. */
    private static final String SPOKEN = "Accept-Language, Cookie";

    private final ReviewSources sources;

    public ReviewPages(ReviewSources sources) {
        this.sources = sources;
    }

    /** Where everybody finds it. */
    static String path(String network, int year) {
        return "/networks/" + network + "/review/" + year;
    }

    @Override
    public void mount(Site site) {
        var network = Anyone.visiting(NetworkTarget.NETWORK);
        site.get("/networks/:network/review/:year", network, this::show);
        site.get("/networks/:network/review/:year/paper.css", network, this::paper);
    }

    private Future<Reply> show(Visit visit, Network network) {
        return sources.read(network, ReviewSources.year(visit.path("year")))
                .map(read -> read.review()
                        .published()
                        .map(since -> page(sources, visit, read, false))
                        .orElseThrow(() -> new NotFound("review")))
                .map(reply -> reply.with("Cache-Control", BRIEFLY).with("Vary", SPOKEN));
    }

    /** The page as it is shown, published or not. */
    static Reply page(ReviewSources sources, Visit visit, ReviewRead read, boolean draft) {
        var housed = read.housed();
        var language = visit.language(housed.organisation().languages());
        var words = visit.site().languages().in(language);
        int year = read.facts().year();
        var title = words.say(
                "recap.review.title", String.valueOf(year), housed.network().name());
        var frame = ReviewPaper.round(housed.frame(Optional.empty(), title), housed.network(), year, language)
                .styled("lookback");
        var shown = ReviewShown.of(read, draft, sources.formats(), words, sources.now());
        return Reply.page(draft ? frame.hidden() : frame, "recap/review", shown);
    }

    private Future<Reply> paper(Visit visit, Network network) {
        int year = ReviewSources.year(visit.path("year"));
        return sources.housed(network).map(housed -> ReviewPaper.sheet(
                        housed,
                        year,
                        visit.links(),
                        visit.site()
                                .languages()
                                .in(visit.language(housed.organisation().languages())))
                .with("Cache-Control", FOR_FIVE_MINUTES)
                .with("Vary", SPOKEN));
    }
}
