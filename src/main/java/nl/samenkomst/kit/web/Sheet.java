package nl.samenkomst.kit.web;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A rendered page with holes where a form token comes: kept for many visitors, filled for each. */
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

    static String hole(String scope) {
        return OPEN + scope + CLOSE;
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
        if (scopes.isEmpty()) {
            return texts.get(0);
        }
        var whole = Buffer.buffer(texts.stream().mapToInt(Buffer::length).sum() + 64 * scopes.size());
        for (int i = 0; i < scopes.size(); i++) {
            whole.appendBuffer(texts.get(i)).appendString(tokens.issue(scopes.get(i)));
        }
        return whole.appendBuffer(texts.get(scopes.size()));
    }
}
