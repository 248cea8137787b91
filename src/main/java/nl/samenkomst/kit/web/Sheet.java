package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.Handlebars;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A rendered page with holes where a form token or a text comes: kept for many visitors, filled for each. */
public final class Sheet {

    /** Nobody can type a hole into a page: the mark is drawn anew by every process. */
    private static final String OPEN = "\uE000" + UUID.randomUUID() + ":";

    private static final String CLOSE = "\uE001";

    private final List<Buffer> texts;
    private final List<String> scopes;

    private Sheet(List<Buffer> texts, List<String> scopes) {
        this.texts = texts;
        this.scopes = scopes;
    }

    /** A mark for a model: where it is shown, the page has a hole of this name. */
    public static String hole(String name) {
        return OPEN + name + CLOSE;
    }

    static Sheet cut(String text) {
        var texts = new ArrayList<Buffer>();
        var scopes = new ArrayList<String>();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = text.indexOf(CLOSE, open);
            texts.add(Buffer.buffer(text.substring(from, open)));
            scopes.add(text.substring(open + OPEN.length(), close));
            from = close + 1;
        }
        texts.add(Buffer.buffer(text.substring(from)));
        return new Sheet(List.copyOf(texts), List.copyOf(scopes));
    }

    /** The page with fresh tokens. */
    public Buffer filled(FormTokens tokens) {
        return filled(tokens, Map.of());
    }

    /** The page with these texts, escaped, in the holes of their names, and fresh tokens in all others. */
    public Buffer filled(FormTokens tokens, Map<String, String> given) {
        if (scopes.isEmpty()) {
            return texts.get(0);
        }
        var whole = Buffer.buffer(texts.stream().mapToInt(Buffer::length).sum() + 64 * scopes.size());
        for (int i = 0; i < scopes.size(); i++) {
            var name = scopes.get(i);
            var text = Optional.ofNullable(given.get(name)).map(Handlebars.Utils::escapeExpression);
            whole.appendBuffer(texts.get(i))
                    .appendString(text.map(CharSequence::toString).orElseGet(() -> tokens.issue(name)));
        }
        return whole.appendBuffer(texts.get(scopes.size()));
    }
}
