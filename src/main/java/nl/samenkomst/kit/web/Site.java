package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.samenkomst.kit.i18n.Languages;

/** The web site: every path with the rule that guards it and the action behind it. */
public final class Site {

    static final String LANGUAGE_COOKIE = "language";

    /** What a request's body may weigh, in bytes, unless its route says otherwise. */
    public static final int BODY_LIMIT = 64 * 1024;

    private static final int UPLOAD_LIMIT = 4 * 1024 * 1024;

    private final Router router;
    private final SqlClient sql;
    private final Surroundings surroundings;
    private final Answers answers;
    private final List<Mounted> routes = new ArrayList<>();
    private final List<DeskBar> bars = new ArrayList<>();

    /** A path, and who may use it. */
    public record Mounted(String method, String path, String rule) {}

    /**
     * What the site stands in.
     *
     * @param owner whose name and contact stand on pages of no organisation, such as an error page
     */
    public record Surroundings(
            Languages languages, Links links, FormTokens tokens, Renderer renderer, Proxies proxies, Frame owner) {}

    public Site(Vertx vertx, SqlClient sql, Surroundings surroundings) {
        this.router = Router.router(vertx);
        this.sql = sql;
        this.surroundings = surroundings;
        this.answers = new Answers(this, surroundings.renderer());
        router.route().handler(answers::prepare);
        for (int status : new int[] {400, 404, 405, 413, 414, 415, 431, 500}) {
            router.errorHandler(status, answers::failed);
        }
    }

    public <T> void get(String path, Rule<T> rule, BiFunction<Visit, T, Future<Reply>> action) {
        mount(HttpMethod.GET, path, rule, action, BODY_LIMIT);
    }

    public void get(String path, Rule<Visit> rule, Function<Visit, Future<Reply>> action) {
        get(path, rule, (visit, same) -> action.apply(visit));
    }

    public <T> void post(String path, Rule<T> rule, BiFunction<Visit, T, Future<Reply>> action) {
        mount(HttpMethod.POST, path, rule, action, BODY_LIMIT);
    }

    public void post(String path, Rule<Visit> rule, Function<Visit, Future<Reply>> action) {
        post(path, rule, (visit, same) -> action.apply(visit));
    }

    /** A form with a small file in it, see {@link Visit#file}; it is kept on disk until the answer is sent. */
    public <T> void upload(String path, Rule<T> rule, BiFunction<Visit, T, Future<Reply>> action) {
        upload(path, rule, UPLOAD_LIMIT, action);
    }

    /**
     * The same with a file of any size.
     *
     * @param limit what the body may weigh, in bytes: somewhat above what the file may, so that who sends too much is told so beside
     *     the field
     */
    public <T> void upload(String path, Rule<T> rule, int limit, BiFunction<Visit, T, Future<Reply>> action) {
        mount(HttpMethod.POST, path, rule, action, Uploads.handler(limit));
    }

    /**
     * The same for forms of many fields or long texts.
     *
     * @param limit what the body may weigh, in bytes
     */
    public <T> void post(String path, Rule<T> rule, int limit, BiFunction<Visit, T, Future<Reply>> action) {
        mount(HttpMethod.POST, path, rule, action, limit);
    }

    public <T> void patch(String path, Rule<T> rule, BiFunction<Visit, T, Future<Reply>> action) {
        mount(HttpMethod.PATCH, path, rule, action, BODY_LIMIT);
    }

    public <T> void delete(String path, Rule<T> rule, BiFunction<Visit, T, Future<Reply>> action) {
        mount(HttpMethod.DELETE, path, rule, action, BODY_LIMIT);
    }

    private <T> void mount(
            HttpMethod method, String path, Rule<T> rule, BiFunction<Visit, T, Future<Reply>> action, int limit) {
        mount(method, path, rule, action, BodyHandler.create(false).setBodyLimit(limit));
    }

    private <T> void mount(
            HttpMethod method,
            String path,
            Rule<T> rule,
            BiFunction<Visit, T, Future<Reply>> action,
            BodyHandler body) {
        routes.add(new Mounted(method.name(), path, rule.told()));
        var route = router.route(method, path);
        if (method.equals(HttpMethod.GET)) {
            route.method(HttpMethod.HEAD);
        } else {
            route.handler(body);
            route.handler(Origins.check(surroundings.links()));
        }
        route.handler(context -> act(context, rule, action));
    }

    private <T> void act(RoutingContext context, Rule<T> rule, BiFunction<Visit, T, Future<Reply>> action) {
        Answers.read(context);
        var visit = new Visit(context, this);
        Future.succeededFuture()
                .compose(start -> rule.admit(visit, sql))
                .compose(thing -> action.apply(visit, thing))
                .onSuccess(reply -> answers.send(context, visit, reply))
                .onFailure(context::fail);
    }

    /** Mounts every path of a feature. */
    public Site with(Feature feature) {
        feature.mount(this);
        return this;
    }

    /** Shows this on every page of the workspace. */
    public Site with(DeskBar bar) {
        bars.add(bar);
        return this;
    }

    List<DeskBar> bars() {
        return List.copyOf(bars);
    }

    /** Every mounted path with its rule, in the order of mounting. */
    public List<Mounted> routes() {
        return List.copyOf(routes);
    }

    public Router router() {
        return router;
    }

    public Languages languages() {
        return surroundings.languages();
    }

    public Links links() {
        return surroundings.links();
    }

    public FormTokens tokens() {
        return surroundings.tokens();
    }

    public Renderer renderer() {
        return surroundings.renderer();
    }

    Proxies proxies() {
        return surroundings.proxies();
    }

    /** The frame of pages that belong to no organisation. */
    public Frame owner() {
        return surroundings.owner();
    }
}
