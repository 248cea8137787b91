package nl.samenkomst.kit.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;

/** One request, as the rooms see it. */
public final class Visit {

    private static final Pattern AND = Pattern.compile("&");

    private final RoutingContext context;
    private final Site site;

    Visit(RoutingContext context, Site site) {
        this.context = context;
        this.site = site;
    }

    /** A part of the path; the route must name it. */
    public String path(String parameter) {
        var value = context.pathParam(parameter);
        if (value == null) {
            throw new IllegalStateException("this route has no part " + parameter);
        }
        return value;
    }

    /** The whole path, without query. */
    public String path() {
        return context.normalizedPath();
    }

    /** The path with its query, as it was asked for. */
    public String address() {
        var query = context.request().query();
        return query == null || query.isEmpty() ? path() : path() + "?" + query;
    }

    /** Whether an open page asks for news, as a stream of server-sent events. */
    public boolean follows() {
        return header("Accept").filter("text/event-stream"::equals).isPresent();
    }

    /** The same without the language that was asked for; of a form that was sent, its path alone. */
    String withoutLanguage() {
        var query = context.request().query();
        if (query == null || !looks()) {
            return path();
        }
        var rest = AND.splitAsStream(query)
                .filter(part -> !part.isEmpty() && !part.equals("lang") && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() || !Reply.own(path() + "?" + rest) ? path() : path() + "?" + rest;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParams().get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(context.request().getCookie(name)).map(Cookie::getValue);
    }

    /** The bearer token (RFC 6750 section 2.1). */
    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** What was sent, read as a form or as JSON by its Content-Type. */
    public Body body() {
        return Body.of(context);
    }

    /** The fields of a form as they came. */
    public MultiMap form() {
        return context.request().formAttributes();
    }

    /** The file that was sent in this field of a form, for as long as the visit lasts; empty where none was chosen. */
    public Optional<Path> file(String field) {
        return Uploads.file(context, field);
    }

    /** What that file was called on the sender's machine; it may say anything. */
    public Optional<String> fileName(String field) {
        return Uploads.name(context, field);
    }

    /** The address the request came from; a trusted proxy's word is believed. */
    public String client() {
        return site.proxies().client(context.request());
    }

    /** GET and HEAD only look. */
    public boolean looks() {
        var method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    public boolean api() {
        return path().startsWith("/api/");
    }

    /** Asked for with {@code ?lang=}, where we speak it; links on the page keep it. */
    public Optional<String> askedLanguage() {
        return query("lang").filter(Languages::known);
    }

    /**
     * The language of the answer: asked for in the address, else saved, else accepted by the browser, else the first of those offered.
     *
     * @param offered language tags, the owner's own first
     */
    public String language(List<String> offered) {
        return askedLanguage()
                .or(() ->
                        cookie(Cookies.name(site.links(), Site.LANGUAGE_COOKIE)).filter(Languages::known))
                .or(() -> header("Accept-Language").flatMap(Languages::accepted))
                .orElseGet(() ->
                        offered.stream().filter(Languages::known).findFirst().orElse(Languages.TAGS.get(0)));
    }

    public String language() {
        return language(Languages.TAGS);
    }

    public Words words() {
        return site.languages().in(language());
    }

    public Links links() {
        return site.links();
    }

    public Site site() {
        return site;
    }

    /** Remembers something for the rest of this visit, such as who is asking. */
    public <T> void keep(Class<T> kind, T thing) {
        context.put(kind.getName(), thing);
    }

    public <T> Optional<T> kept(Class<T> kind) {
        return Optional.ofNullable(kind.cast(context.get(kind.getName())));
    }
}
