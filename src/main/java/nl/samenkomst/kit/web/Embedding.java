package nl.samenkomst.kit.web;

import java.util.List;

/**
 * Lets a page be shown within a page of another site, and of those named alone (CSP level 3, section 6.4.2); a page of ours is
 * otherwise framed by nobody.
 */
public final class Embedding {

    private static final String KEPT_A_MINUTE = "public, max-age=60";

    private Embedding() {}

    /**
     * The page that these sites may frame, and our own workspace with them; nobody where none is named. Bears no cookie, and may be kept
     * for a minute.
     *
     * @param sites as {@link SiteOrigin} reads them
     */
    public static Reply allowed(Visit visit, Sheet sheet, List<String> sites) {
        var ancestors = sites.isEmpty() ? "'none'" : "'self' " + String.join(" ", sites);
        var body = sheet.filled(visit.site().tokens());
        var reply = Reply.html(body)
                .with("Content-Security-Policy", Answers.policy(ancestors))
                .with("Cache-Control", KEPT_A_MINUTE);
        return IfNoneMatch.answer(visit, reply, IfNoneMatch.etag(body));
    }
}
