package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkTarget;

/** Where an organiser writes the words between the facts of a year, chooses what is shown, and publishes it. */
public final class ReviewDesk implements Feature {

    private static final String FORM = "review";
    private static final String ONE = "/organise/networks/:network/review/:year";

    private final Pool pool;
    private final ReviewSources sources;

    public ReviewDesk(Pool pool, ReviewSources sources) {
        this.pool = pool;
        this.sources = sources;
    }

    /**
     * The page.
     *
     * @param publicPage where everybody reads it; empty while it is not published
     * @param news what was just done
     * @param material whether there is anything to choose from
     * @param takeBack the token of the form that takes it back; empty while it is not published
     */
    record Page(
            DeskTop top,
            String network,
            String years,
            String year,
            String preview,
            String publicPage,
            String news,
            boolean material,
            String takeBackPath,
            String takeBack,
            FormShown form) {}

    @Override
    public void mount(Site site) {
        var write = Staff.of(NetworkTarget.NETWORK, Role.ORGANISER);
        var look = Staff.of(NetworkTarget.NETWORK, Role.FACILITATOR);
        site.get(ONE, look, this::open);
        site.post(ONE, write, this::save);
        site.post(ONE + "/take-back", write, this::takeBack);
        site.get(ONE + "/preview", look, this::preview);
    }

    /** Where the years of this network are listed. */
    static String years(Network network) {
        return "/organise/networks/" + network.slug() + "/review";
    }

    static String path(Network network, int year) {
        return years(network) + "/" + year;
    }

    private Future<ReviewRead> read(Visit visit, Network network) {
        return sources.read(network, ReviewSources.year(visit.path("year")));
    }

    /** Who may not write it sees what it will look like. */
    private Future<Reply> open(Visit visit, Admitted<Network> admitted) {
        return admitted.caller().role().allows(Role.ORGANISER)
                ? shown(visit, admitted, Optional.empty())
                : preview(visit, admitted);
    }

    private Future<Reply> preview(Visit visit, Admitted<Network> admitted) {
        return read(visit, admitted.thing())
                .map(read -> ReviewPages.page(sources, visit, read, true).personal());
    }

    private Future<Reply> shown(Visit visit, Admitted<Network> admitted, Optional<Again> again) {
        return read(visit, admitted.thing()).map(read -> page(visit, admitted.caller(), read, again));
    }

    private static Reply page(Visit visit, Caller caller, ReviewRead read, Optional<Again> again) {
        var words = Workspace.words(caller, visit);
        var network = read.facts().network();
        var path = path(network, read.facts().year());
        var published = read.review().published().isPresent();
        Function<String, String> token = where -> caller.formToken(visit.links(), where);
        var form = ReviewForm.of(read);
        var post = new FormShown.Post(
                path, token.apply(path), read.review().version(), words.say("recap.review.desk.save"));
        var page = new Page(
                Workspace.top(caller, visit, Part.LOOKBACK),
                network.name(),
                years(network),
                String.valueOf(read.facts().year()),
                path + "/preview",
                published ? ReviewPages.path(network.slug(), read.facts().year()) : "",
                again.isPresent()
                        ? ""
                        : visit.query("done")
                                .filter(done -> words.has("recap.review.desk.done." + done))
                                .map(done -> words.say("recap.review.desk.done." + done))
                                .orElse(""),
                !read.material().isEmpty(),
                path + "/take-back",
                published ? token.apply(path + "/take-back") : "",
                FormShown.of(post, form.json(read), again, words, "recap.review.desk", form::ask));
        var title = words.say("recap.review.title", page.year(), network.name());
        return Again.page(again, Workspace.frame(caller, title), words, "recap/review-desk", page);
    }

    private Future<Reply> save(Visit visit, Admitted<Network> admitted) {
        return read(visit, admitted.thing()).compose(read -> {
            var sent = ReviewForm.of(read).sent(visit.body());
            return saved(visit, admitted, read, sent).recover(failure -> Again.after(failure, FORM, sent)
                    .compose(again -> shown(visit, admitted, Optional.of(again))));
        });
    }

    /** The button says whether it is published too; what was published stays so. */
    private Future<Reply> saved(Visit visit, Admitted<Network> admitted, ReviewRead read, JsonObject sent) {
        int year = read.facts().year();
        var typed = Future.succeededFuture(sent).map(ReviewForm.of(read)::read);
        var publish = visit.body().text("then").filter("publish"::equals).isPresent();
        return typed.compose(one -> pool.withTransaction(tx -> new Reviews(tx)
                        .write(admitted.thing(), year, one.words(), one.choice(), version(visit))
                        .compose(done -> noted(tx, admitted, "review.write"))
                        .compose(done -> publish ? published(tx, admitted, year) : Future.succeededFuture())))
                .map(done -> done(admitted.thing(), year, publish ? "published" : "saved"));
    }

    /** The version that the form was made upon; none where it says no number, which fits nothing. */
    private static long version(Visit visit) {
        return visit.body()
                .text("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(-1L);
    }

    private Future<Void> published(SqlClient tx, Admitted<Network> admitted, int year) {
        return new Reviews(tx)
                .publish(admitted.thing(), year, sources.now())
                .compose(done -> noted(tx, admitted, "review.publish"));
    }

    private Future<Reply> takeBack(Visit visit, Admitted<Network> admitted) {
        int year = ReviewSources.year(visit.path("year"));
        return pool.withTransaction(tx -> new Reviews(tx)
                        .takeBack(admitted.thing(), year)
                        .compose(done -> noted(tx, admitted, "review.take-back")))
                .map(done -> done(admitted.thing(), year, "taken"));
    }

    private static Future<Void> noted(SqlClient tx, Admitted<Network> admitted, String verb) {
        return new AuditStore(tx)
                .note(admitted.caller(), verb, admitted.thing().id().toString());
    }

    private static Reply done(Network network, int year, String what) {
        return Reply.seeOther(path(network, year) + "?done=" + what).personal();
    }
}
