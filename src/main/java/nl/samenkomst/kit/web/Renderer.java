package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.cache.NullTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.FileTemplateLoader;
import com.github.jknack.handlebars.io.TemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import org.jspecify.annotations.Nullable;

/**
 * Renders our own pages: Handlebars templates under {@code nl/samenkomst}, records as models, escaping on.
 *
 * <p>Helpers: {@code {{t "key" value…}}} says a text; {@code {{href "/path/" name}}} keeps the asked language in a link; {@code {{formtoken
 * "scope"}}} leaves a hole that is filled as the page leaves; {@code {{#if (same a b)}}} compares; {@code {{panel shown}}} shows what
 * another room put there; {@code {{asset "css/a.css"}}} is the address of a file for as long as the file stays the same.
 */
public final class Renderer {

    private static final String FOLDER = "/nl/samenkomst/";

    /** Beside the models, so that one may have words of its own. */
    private static final String WORDS = "words";

    private final Languages languages;
    private final Handlebars handlebars;

    /**
     * For whom a page is rendered.
     *
     * @param language the tag of the page's language
     * @param asked the language asked for in the address, which links keep
     * @param back where they come back to once they chose another language
     */
    public record Reader(String language, Optional<String> asked, String back) {

        /** The reader of this visit, to whom these languages are offered: for a page that is kept for all who visit its path. */
        public static Reader of(Visit visit, List<String> offered) {
            return new Reader(visit.language(offered), visit.askedLanguage(), visit.path());
        }

        /** The reader of this visit, who comes back to all that was asked for, such as a code or a filter. */
        static Reader here(Visit visit, List<String> offered) {
            return new Reader(visit.language(offered), visit.askedLanguage(), visit.withoutLanguage());
        }
    }

    /**
     * @param assets where files of the webroot are; a template names them with {@code {{asset "css/samenkomst.css"}}}
     * @param live a folder whose templates are read anew for every page; empty to compile those of the class path once
     */
    public Renderer(Languages languages, Assets assets, Optional<Path> live) {
        this.languages = languages;
        TemplateLoader loader = live.<TemplateLoader>map(path -> new FileTemplateLoader(path + FOLDER, ".hbs"))
                .orElseGet(() -> new KeptTemplates(FOLDER, ".hbs"));
        this.handlebars = new Handlebars(loader)
                .with(live.isPresent() ? NullTemplateCache.INSTANCE : new ConcurrentMapTemplateCache());
        handlebars.setInfiniteLoops(false);
        handlebars.registerHelper("t", this::say);
        handlebars.registerHelper("href", Renderer::href);
        handlebars.registerHelper(
                "formtoken",
                (Object scope, Options options) -> new Handlebars.SafeString(Sheet.hole(String.valueOf(scope))));
        handlebars.registerHelper("same", Renderer::same);
        handlebars.registerHelper("panel", (Shown panel, Options options) -> panel(panel, options));
        handlebars.registerHelper(
                "asset", (String name, Options options) -> new Handlebars.SafeString(assets.versioned(name)));
    }

    public Languages languages() {
        return languages;
    }

    /** Compiles these templates now, so that a fault in one stops the start and not a visitor. */
    public void compile(List<String> templates) {
        templates.forEach(name -> Objects.requireNonNull(template(name)));
    }

    /** Renders a page; its form tokens are still to be filled in. */
    public Sheet sheet(String template, Object model, Frame frame, Reader reader) {
        return Sheet.cut(text(template, model, frame, reader));
    }

    private String text(String template, Object model, Frame frame, Reader reader) {
        var context = Context.newBuilder(model)
                .combine("frame", frame)
                .combine("page", new Surround(frame, reader))
                .resolver(MapValueResolver.INSTANCE, OpenedResolver.INSTANCE)
                .build()
                .data(WORDS, languages.in(reader.language()));
        try {
            return template(template).apply(context);
        } catch (IOException cause) {
            throw new UncheckedIOException(template, cause);
        }
    }

    private Template template(String name) {
        try {
            return handlebars.compile(name);
        } catch (IOException cause) {
            throw new UncheckedIOException(name, cause);
        }
    }

    private CharSequence panel(Shown panel, Options options) throws IOException {
        return new Handlebars.SafeString(
                template(panel.template()).apply(Context.newContext(options.context, panel.model())));
    }

    private CharSequence say(Object key, Options options) {
        Words words = options.data(WORDS);
        return words.say(String.valueOf(key), options.params);
    }

    private static @Nullable Object same(Object one, Options options) {
        Object other = options.param(0);
        return String.valueOf(one).equals(String.valueOf(other)) ? "true" : null;
    }

    /** The parts of the path are put together. */
    private static CharSequence href(Object path, Options options) {
        var page = (Surround) options.context.get("page");
        var parts = Arrays.stream(options.params).map(String::valueOf).collect(Collectors.joining());
        return page.link(path + parts);
    }
}
