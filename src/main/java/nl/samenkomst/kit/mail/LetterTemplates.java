package nl.samenkomst.kit.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Languages;

/**
 * The words of all letters, compiled at the start: {@code mail-templates/<room>/<letter>.<language>.hbs}. One source gives
 * the text and the HTML of a mail.
 *
 * <p>A letter's first line is {@code Subject: …}. Then come blocks with empty lines between:
 *
 * <pre>
 * # the first sentence, large               - Label: value | help     (a fact; several lines make a list)
 * a paragraph, with **bold** words          &#64; month | day | weekday | kind | title     (the date as a leaf)
 * and [links](https://…)                    &gt; small words, under the button
 * [a link by itself](https://…) is a button     -- why you get this
 * </pre>
 *
 * <p>{@code {{name}}} stands for a value, {@code {{#if name}}…{{else}}…{{/if}}} for a choice. A value is never read as one of the
 * signs above, so nothing that was typed becomes markup or a link.
 */
public final class LetterTemplates {

    private static final String SUBJECT = "Subject:";
    private static final int STENCILS = 100;

    /** What a stencil is the same for. */
    private record Cut(String letter, String language, Letterhead head, Map<String, String> values) {}

    private final Map<String, Template> letters = new HashMap<>();
    private final Template layout;
    private final Cache<Cut, Stencil> stencils =
            Caffeine.newBuilder().maximumSize(STENCILS).build();

    private LetterTemplates(LetterSource source, Collection<String> names) {
        var words = new Handlebars().with(new Inert()).registerHelperMissing((value, options) -> {
            throw new IllegalArgumentException(
                    "the letter speaks of something it was not given: " + options.helperName);
        });
        names.forEach(letter -> Languages.TAGS.forEach(language -> source.letter(letter, language)
                .ifPresent(text -> letters.put(key(letter, language), compiled(words, letter, text)))));
        this.layout = compiled(new Handlebars(), "layout", source.layout());
    }

    /**
     * Compiles these letters, {@code room/name}, from the folder where it has them, else from our own jar.
     *
     * @throws IllegalArgumentException naming a letter that has no words in the first language, or words that are not allowed
     */
    public static LetterTemplates compile(Path folder, Collection<String> letters) {
        var templates = new LetterTemplates(new LetterSource(folder), letters);
        letters.forEach(letter -> Objects.requireNonNull(templates.template(letter, Languages.TAGS.get(0))));
        return templates;
    }

    /** Writes a letter in this language, or in our first where it has not been translated, from maps of plain values. */
    public Written write(String letter, String language, Letterhead head, Map<String, ?> values) {
        var filled = filled(template(letter, language), values);
        int end = filled.indexOf('\n');
        if (!filled.startsWith(SUBJECT) || end < 0) {
            throw new IllegalArgumentException(letter + " does not begin with " + SUBJECT);
        }
        var subject = Inert.restored(filled.substring(SUBJECT.length(), end)).strip();
        var blocks = Blocks.of(filled.substring(end));
        var model = LetterModel.of(head, language, Languages.direction(language), subject, blocks);
        return new Written(subject, PlainLetter.of(blocks), filled(layout, model));
    }

    /**
     * Writes the same letter, faster where many are to get it: what all share is written once, and each one's own words are filled in.
     *
     * @param own values that differ from person to person, beside those that do not
     */
    public Written write(
            String letter, String language, Letterhead head, Map<String, String> shared, Map<String, String> own) {
        var values = new HashMap<>(shared);
        if (own.values().stream().allMatch(Stencil::fits)
                && shared.values().stream().allMatch(Stencil::unholed)) {
            var names = own.keySet().stream().sorted().toList();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), Stencil.hole(i, own.getOrDefault(names.get(i), "")));
            }
            return stencils.get(
                            new Cut(letter, language, head, values),
                            cut -> new Stencil(write(letter, language, head, values)))
                    .filled(names.stream().map(own::get).toList());
        }
        values.putAll(own);
        return write(letter, language, head, values);
    }

    private Template template(String letter, String language) {
        return Optional.ofNullable(letters.get(key(letter, language)))
                .or(() -> Optional.ofNullable(letters.get(key(letter, Languages.TAGS.get(0)))))
                .orElseThrow(() -> new IllegalArgumentException("the letter " + letter + " has no words"));
    }

    private static String filled(Template template, Map<String, ?> values) {
        var context =
                Context.newBuilder(values).resolver(MapValueResolver.INSTANCE).build();
        try {
            return template.apply(context);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Template compiled(Handlebars handlebars, String name, String text) {
        try {
            return handlebars.compileInline(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        }
    }

    private static String key(String letter, String language) {
        return letter + "." + language;
    }
}
