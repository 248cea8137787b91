package nl.samenkomst.kit.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import nl.samenkomst.kit.db.Away;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers, and turns whatever went wrong into one, in one place. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int AWAY_SECONDS = 5;
    private static final String READ = "read";

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors ";

    /** In the form that goes out as it is, without being checked and encoded for each answer. */
    private static final Map<CharSequence, CharSequence> ALWAYS = Map.of(
            HttpHeaders.createOptimized("Content-Security-Policy"), HttpHeaders.createOptimized(policy("'none'")),
            HttpHeaders.createOptimized("X-Content-Type-Options"), HttpHeaders.createOptimized("nosniff"),
            HttpHeaders.createOptimized("Referrer-Policy"), HttpHeaders.createOptimized("same-origin"),
            HttpHeaders.createOptimized("Cross-Origin-Opener-Policy"), HttpHeaders.createOptimized("same-origin"));

    private final Site site;
    private final Renderer renderer;

    Answers(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** What a page may load, and who may show it within a page of their own. */
    static String policy(String ancestors) {
        return POLICY + ancestors;
    }

    /** Headers that every answer bears, whatever it is. */
    void prepare(RoutingContext context) {
        var headers = context.response().headers();
        ALWAYS.forEach(headers::set);
        if ("https".equals(site.links().address().getScheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }

    /** All that was sent is there and could be understood: from here on, what goes wrong is ours. */
    static void read(RoutingContext context) {
        context.put(READ, true);
    }

    void send(RoutingContext context, Visit visit, Reply reply) {
        if (reply.content() instanceof Reply.Open open) {
            follow(context, reply, open);
            return;
        }
        Buffer body;
        String type;
        try {
            if (reply.content() instanceof Reply.Page page) {
                var sheet = renderer.sheet(
                        page.template(),
                        page.model(),
                        page.frame(),
                        Renderer.Reader.here(visit, page.frame().languages()));
                body = sheet.filled(site.tokens());
                type = "text/html; charset=utf-8";
            } else {
                var bytes = (Reply.Bytes) reply.content();
                body = bytes.body();
                type = bytes.type();
            }
        } catch (RuntimeException cause) {
            context.fail(cause);
            return;
        }
        var response = context.response().setStatusCode(reply.status());
        if (!type.isEmpty()) {
            response.putHeader("Content-Type", type);
        }
        if (type.startsWith("text/html") && !reply.headers().containsKey("Cache-Control")) {
            response.putHeader("Cache-Control", "no-cache");
        }
        reply.headers().forEach(response::putHeader);
        reply.cookies().forEach(response::addCookie);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private static void follow(RoutingContext context, Reply reply, Reply.Open open) {
        var response = context.response().putHeader("Content-Type", "text/event-stream");
        reply.headers().forEach(response::putHeader);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.setChunked(true);
            open.begin().accept(response);
        }
    }

    void failed(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        var visit = new Visit(context, site);
        if (context.failure() instanceof Elsewhere elsewhere) {
            send(context, visit, Reply.seeOther(elsewhere.path()).with("Cache-Control", "no-store"));
            return;
        }
        if (context.failure() instanceof Answered answered) {
            send(context, visit, answered.reply());
            return;
        }
        var refusal = asRefusal(context);
        var reply = visit.api() ? Problems.json(visit, refusal) : Problems.page(visit, refusal);
        send(context, visit, withHints(reply, refusal));
    }

    /** What the status obliges us to add (RFC 9110, sections 10.2.3 and 11.6.1). */
    private static Reply withHints(Reply reply, Refusal refusal) {
        var hinted = refusal.status() == 401 ? reply.with("WWW-Authenticate", "Bearer realm=\"samenkomst\"") : reply;
        return refusal.retryAfter() > 0 ? hinted.with("Retry-After", "" + refusal.retryAfter()) : hinted;
    }

    private static Refusal asRefusal(RoutingContext context) {
        var failure = context.failure();
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof NotFound) {
            return Refusal.of(404, "not-found", "error.404");
        }
        if (unreadable(context)) {
            return Refusal.of(400, "http", known(400));
        }
        if (failure != null && Away.is(failure)) {
            LOG.warn("the database is away: {}", failure.toString());
            return Refusal.of(503, "away", "error.503").retryAfter(AWAY_SECONDS);
        }
        if (failure == null || failure instanceof HttpException) {
            int status = context.statusCode() < 400 ? 500 : context.statusCode();
            return Refusal.of(status, "http", known(status));
        }
        LOG.error(
                "{} {} failed",
                context.request().method(),
                context.currentRoute() == null ? "?" : context.currentRoute().getPath(),
                failure);
        return Refusal.of(500, "fault", "error.500");
    }

    /** What comes in may be no form at all, or break off: neither is our fault. A disk that is full is. */
    private static boolean unreadable(RoutingContext context) {
        return context.get(READ) == null
                && !context.request().method().equals(HttpMethod.GET)
                && context.failure() != null
                && !(context.failure() instanceof HttpException)
                && !(context.failure() instanceof FileSystemException);
    }

    private static String known(int status) {
        return switch (status) {
            case 404 -> "error.404";
            case 405 -> "error.405";
            case 413 -> "error.413";
            case 415 -> "error.mediaType";
            default -> status < 500 ? "error.400" : "error.500";
        };
    }
}
