package nl.samenkomst.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Visit;

/** The personal link of a registration, and the form tokens behind it, which are derived from link and action. */
public final class OwnLinks {

    /** How long after the end of its event a personal link works. */
    private static final Duration LAST = Duration.ofDays(30);

    private OwnLinks() {}

    /** Whether the links of an event that ended then are over. */
    public static boolean ended(Instant eventEnd, Instant now) {
        return now.isAfter(eventEnd.plus(LAST));
    }

    /** The path of a person's own page, which bears their token. */
    public static String path(Links links, Registration one) {
        return "/registrations/" + links.token(OwnTarget.OWN.purpose(), one.id(), one.linkVersion());
    }

    /** What a form on this person's own page must bear, to be taken for this action. */
    public static String formToken(Links links, Registration one, String action) {
        return formToken(links, links.token(OwnTarget.OWN.purpose(), one.id(), one.linkVersion()), action);
    }

    static String formToken(Links links, String linkToken, String action) {
        var proof = links.hmac(
                "own form", linkToken.getBytes(StandardCharsets.UTF_8), action.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }

    /** Refuses (403) a form that does not come from the person's own page. */
    public static void check(Visit visit, String action) {
        var expected = formToken(visit.links(), visit.path(OwnTarget.OWN.parameter()), action);
        var given = visit.body().text("token").orElse("");
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.of(403, "form", "registration.own.form");
        }
    }

    /** The own page after something was done there, which it tells; in the language that was asked for. */
    public static String done(Visit visit, Registration one, String news) {
        var lang = visit.askedLanguage().map(tag -> "&lang=" + tag).orElse("");
        return path(visit.links(), one) + "?done=" + news + lang;
    }
}
