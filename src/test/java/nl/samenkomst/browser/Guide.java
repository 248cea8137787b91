package nl.samenkomst.browser;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.kit.web.Site;

/** Every address that a GET can be sent to, made from the site's own routes, so that no new page is forgotten. */
final class Guide {

    /** What there is to see only once a gathering was held. */
    private static final Pattern AFTERWARDS = Pattern.compile("/(feedback|recap|survey|responses|quotes|screen)\\b");

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
            case ":event" -> events(path);
            case ":token" -> tokens(path);
            case ":year" -> Stream.of(String.valueOf(hood.held().year()));
            case ":photo" -> Stream.of(hood.held().photo().toString());
            case ":download" -> Stream.of(hood.held().file().toString());
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

    private Stream<String> events(String path) {
        if (path.equals("/events/:event")) {
            return hood.slugs();
        }
        return AFTERWARDS.matcher(path).find()
                ? Stream.of(hood.held().slug())
                : Stream.of(hood.open().slug());
    }

    private Stream<String> tokens(String path) {
        return switch (path) {
            case "/members/:token" -> Stream.of(hood.memberToken());
            case "/registrations/:token" -> hood.tokens();
            case "/feedback/:token" -> hood.asked();
            case "/quotes/:token" -> hood.authors();
            default -> hood.tokens().limit(1);
        };
    }

    private Stream<String> ids(String path) {
        if (path.contains("/quotes/")) {
            return Stream.of(
                    hood.held().quotes().get(path.endsWith("/looked") ? 0 : 1).toString());
        }
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
            case "/events/:event/feedback" ->
                Stream.of("/events/" + hood.held().slug() + "/feedback?code="
                        + hood.held().code());
            case "/organise/events/:event/survey" ->
                Stream.of("/organise/events/" + hood.open().slug() + "/survey");
            case "/organise/events/:event/recap" ->
                Stream.of("/organise/events/" + hood.open().slug() + "/recap");
            case "/organise/events/:event/survey/questions" ->
                Stream.of("/organise/events/" + hood.open().slug() + "/survey/questions");
            case "/organise/events/:event/quotes" ->
                Stream.of("/organise/events/" + hood.held().slug() + "/quotes?show=all");
            default -> Stream.empty();
        };
    }
}
