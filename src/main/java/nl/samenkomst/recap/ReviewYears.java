package nl.samenkomst.recap;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkTarget;

/** The years of a network that can be looked back upon: whose review is written, and whose is still to be. */
public final class ReviewYears implements Feature {

    private final SqlClient sql;

    /** @param sql the pool */
    public ReviewYears(SqlClient sql) {
        this.sql = sql;
    }

    /** The page. */
    record Page(DeskTop top, String network, List<Line> years) {}

    /**
     * A year.
     *
     * @param to where it is written
     * @param tone the class of the status
     */
    record Line(String year, String to, String held, String tone, String status) {}

    @Override
    public void mount(Site site) {
        site.get("/organise/networks/:network/review", Staff.of(NetworkTarget.NETWORK, Role.FACILITATOR), this::list);
    }

    private Future<Reply> list(Visit visit, Admitted<Network> admitted) {
        var years = new SittingStore(sql).years(admitted.thing());
        var reviews = new ReviewStore(sql).of(List.of(admitted.thing().id()));
        return Future.all(years, reviews).map(both -> page(visit, admitted, years.result(), reviews.result()));
    }

    private static Reply page(
            Visit visit, Admitted<Network> admitted, List<SittingStore.Year> years, List<Review> reviews) {
        var caller = admitted.caller();
        var words = Workspace.words(caller, visit);
        var byYear = reviews.stream().collect(toMap(Review::year, one -> one));
        var lines = years.stream()
                .map(year -> line(admitted.thing(), year, byYear, words))
                .toList();
        var title = words.say("recap.review.desk.years", admitted.thing().name());
        return Reply.page(
                        Workspace.frame(caller, title),
                        "recap/review-years",
                        new Page(
                                Workspace.top(caller, visit, Part.LOOKBACK),
                                admitted.thing().name(),
                                lines))
                .personal();
    }

    private static Line line(Network network, SittingStore.Year year, Map<Integer, Review> reviews, Words words) {
        var review = Optional.ofNullable(reviews.get(year.year()));
        var status =
                review.isEmpty() ? "none" : review.flatMap(Review::published).isPresent() ? "published" : "draft";
        var path = ReviewDesk.path(network, year.year());
        return new Line(
                String.valueOf(year.year()),
                path,
                words.say("recap.review.desk.held", year.sittings()),
                status.equals("published") ? "ok" : "draft",
                words.say("recap.review.desk.status." + status));
    }
}
