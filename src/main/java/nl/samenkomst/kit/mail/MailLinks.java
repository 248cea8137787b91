package nl.samenkomst.kit.mail;

import java.util.ArrayList;
import java.util.List;

/** The links in one of our letters, so that they can be followed from outside the frame it is shown in, which follows none. */
final class MailLinks {

    /** Where it leads, and its words. */
    record MailLink(String target, String label) {}

    private static final String OPEN = "<a href=\"";

    private MailLinks() {}

    static List<MailLink> in(String html) {
        var links = new ArrayList<MailLink>();
        int open = html.indexOf(OPEN);
        while (open >= 0) {
            int quote = html.indexOf('"', open + OPEN.length());
            int words = html.indexOf('>', open);
            int close = html.indexOf("</a>", open);
            if (quote < 0 || words < quote || close < words) {
                break;
            }
            var href = unescaped(html.substring(open + OPEN.length(), quote));
            if (href.startsWith("http://") || href.startsWith("https://")) {
                links.add(new MailLink(href, unescaped(html.substring(words + 1, close))));
            }
            open = html.indexOf(OPEN, close);
        }
        return links;
    }

    private static String unescaped(String html) {
        return html.replace("&#x3D;", "=")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&#x60;", "`")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
