package nl.samenkomst.kit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.samenkomst.kit.i18n.Languages;

/** What the frame's template needs to know of the page it stands round: its language, and the ways to the others. */
final class Surround {

    /** A language to choose. */
    record Choice(String tag, String name, boolean current) {}

    private final Frame frame;
    private final Renderer.Reader reader;

    Surround(Frame frame, Renderer.Reader reader) {
        this.frame = frame;
        this.reader = reader;
    }

    public String language() {
        return reader.language();
    }

    public String direction() {
        return Languages.direction(reader.language());
    }

    /** Whether the language was asked for in the address. */
    public boolean asked() {
        return reader.asked().isPresent();
    }

    public String languageName() {
        return Languages.ownName(reader.language());
    }

    public String back() {
        return reader.back();
    }

    public List<Choice> languages() {
        return frame.languages().stream()
                .filter(Languages::known)
                .map(tag -> new Choice(tag, Languages.ownName(tag), tag.equals(reader.language())))
                .toList();
    }

    /** The path with the asked language kept. */
    String link(String path) {
        return reader.asked()
                .map(tag -> path + (path.contains("?") ? "&" : "?") + "lang="
                        + URLEncoder.encode(tag, StandardCharsets.UTF_8))
                .orElse(path);
    }
}
