package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.Handlebars;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders what organisers write (CommonMark). HTML in it is shown as text, addresses that could run something are dropped. */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .build();

    private Markdown() {}

    /** Ready to stand in a template without escaping. */
    public static CharSequence html(String text) {
        return new Handlebars.SafeString(RENDERER.render(PARSER.parse(text)));
    }
}
