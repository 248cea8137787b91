package nl.samenkomst.series;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;

/** The personal link of a standing member, and the form tokens behind it, which are derived from link and action. */
final class MemberLinks {

    private MemberLinks() {}

    /** The path of their own page, which bears their token. */
    static String path(Links links, Member one) {
        return "/members/" + token(links, one);
    }

    private static String token(Links links, Member one) {
        return links.token(MemberTarget.MEMBER.purpose(), one.id(), one.linkVersion());
    }

    /** What a form on their own page must bear, to be taken for this action. */
    static String formToken(Links links, Member one, String action) {
        var proof = links.hmac(
                "member form",
                token(links, one).getBytes(StandardCharsets.UTF_8),
                action.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }

    /** Refuses (403) a form that does not come from their own page. */
    static void check(Visit visit, Member one, String action) {
        var expected = formToken(visit.links(), one, action);
        var given = visit.body().text("token").orElse("");
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.of(403, "form", "registration.own.form");
        }
    }

    /** Their own page after something was done there, which it tells. */
    static Reply done(Visit visit, Member one, String news) {
        var lang = visit.askedLanguage().map(tag -> "&lang=" + tag).orElse("");
        return Reply.seeOther(path(visit.links(), one) + "?done=" + news + lang).personal();
    }
}
