package nl.samenkomst.quote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Visit;

/** The link to somebody's own words, and the form tokens behind it, which are derived from link and action. */
final class AuthorLinks {

    private AuthorLinks() {}

    static String path(Links links, Quote quote) {
        return "/quotes/" + token(links, quote);
    }

    private static String token(Links links, Quote quote) {
        return links.token(AuthorTarget.AUTHOR.purpose(), quote.id(), quote.linkVersion());
    }

    /** What a form on the author's page must bear, to be taken for this action. */
    static String formToken(Links links, Quote quote, String action) {
        return formToken(links, token(links, quote), action);
    }

    private static String formToken(Links links, String token, String action) {
        var proof = links.hmac("quote form", token.getBytes(UTF_8), action.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }

    /** Refuses (403) a form that does not come from the author's page. */
    static void check(Visit visit, String action) {
        var expected = formToken(visit.links(), visit.path(AuthorTarget.AUTHOR.parameter()), action);
        var given = visit.body().text("token").orElse("");
        if (!MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8))) {
            throw Refusal.of(403, "form", "quote.form");
        }
    }
}
