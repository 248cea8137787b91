package nl.samenkomst.browser;

import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.kit.web.Site;

/** Every address that a GET can be sent to, made from the site's own routes, so that no new page is forgotten. */
final class Guide {

    private final List<Site.Mounted> routes;
    private final Neighbourhood hood;

    Guide(List<Site.Mounted> routes, Neighbourhood hood) {
        this.routes = routes;
        this.hood = hood;
    }

    /** The paths, in the order of mounting; a page that shows several states comes once for each. */
    List<String> paths() {
        return routes.stream()
                .filter(route -> route.method().equals("GET"))
                .flatMap(route -> Stream.concat(filled(route.path()), beside(route.path())))
                .distinct()
                .toList();
    }

    /** With the first part to be filled in filled in with all it can stand for, and then the next. */
    private Stream<String> filled(String path) {
        return Stream.of(path.split("/"))
                .filter(part -> part.startsWith(":") || part.equals("*"))
                .findFirst()
                .map(part -> values(part, path)
                        .flatMap(value ->
                                filled(path.replaceFirst(part.equals("*") ? "\\*" : part + "(?![A-Za-z])", value))))
                .orElseGet(() -> Stream.of(path));
    }

    private Stream<String> values(String part, String path) {
        return switch (part) {
            case ":network" -> Stream.of(hood.network().slug());
            case ":programme" -> Stream.of(hood.programme().slug());
            case ":series" -> Stream.of(hood.series().slug());
            case ":event" ->
                path.equals("/events/:event")
                        ? hood.slugs()
                        : Stream.of(hood.open().slug());
            case ":token" ->
                path.startsWith("/members/")
                        ? Stream.of(hood.memberToken())
                        : path.equals("/registrations/:token")
                                ? hood.tokens()
                                : hood.tokens().limit(1);
            case ":account" -> Stream.of(hood.colleague().toString());
            case ":organisation" -> Stream.of("none");
            case ":link" -> Stream.of(hood.staffLink());
            case ":id" -> ids(path);
            case ":n" -> Stream.of("0");
            case ":sheet" -> Stream.of("0b5c63.css");
            case "*" -> Stream.of(asset(path));
            default -> throw new AssertionError("say here what stands for " + part + " in " + path);
        };
    }

    private Stream<String> ids(String path) {
        return path.startsWith("/dev/mail/")
                ? Stream.of(hood.mail())
                : Stream.of(hood.people().get(0).id().toString());
    }

    private static String asset(String path) {
        return switch (path) {
            case "/css/*" -> "samenkomst.css";
            case "/js/*" -> "samenkomst.js";
            case "/images/*" -> "mark.svg";
            case "/fonts/*" -> "atkinson-400.woff2";
            default -> throw new AssertionError("say here what lies under " + path);
        };
    }

    /** The same pages with what a query makes of them. */
    private Stream<String> beside(String path) {
        return switch (path) {
            case "/" -> Stream.of("/?area=" + hood.network().slug() + "/haven", "/?format=bootcamp", "/nowhere");
            case "/networks/:network" -> Stream.of("/networks/" + hood.network().slug() + "?area=centrum");
            case "/events/:event" ->
                Stream.of(
                        "/events/" + hood.closed().slug() + "?invitation=" + hood.invitation(),
                        "/events/" + hood.closed().slug() + "?invitation=" + "x".repeat(43));
            case "/organise/series/:series/dates" ->
                Stream.of("/organise/series/" + hood.series().slug()
                        + "/dates?weeks=6&weekday=THURSDAY&from=2030-01-01&until=2030-12-31");
            case "/organise/series/:series/change" ->
                Stream.of("/organise/series/" + hood.series().slug() + "/change?which=all");
            case "/organise/events/:event/people" ->
                Stream.of("/organise/events/" + hood.open().slug()
                        + "/people?q=a&status=confirmed&mail=sent&sort=newest");
            case "/organise/registrations/:id/place" ->
                Stream.of("/organise/registrations/" + hood.people().get(0).id() + "/place?deed=cancel");
            case "/organise/events" ->
                Stream.of("/organise/events?show=past", "/organise/events?show=all&text=nergens");
            case "/organise/events/new" ->
                Stream.of(
                        "/organise/events/new?format=wijktafel",
                        "/organise/events/new?copy=" + hood.open().slug());
            case "/registrations/:token" -> Stream.of("/registrations/" + "x".repeat(43));
            default -> Stream.empty();
        };
    }
}
