package nl.samenkomst.kit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Where the words of letters come from: the folder {@code mail-templates} of the working directory, else our own jar. */
record LetterSource(Path folder) {

    private static final Set<String> BLOCKS = Set.of("#if ", "#unless ", "#each ");
    private static final Set<String> ENDS = Set.of("else", "/if", "/unless", "/each");
    private static final Set<String> HELPERS =
            Set.of("block", "embedded", "i18n", "i18nJs", "include", "log", "lookup", "partial", "precompile", "with");

    /** A letter's text; it may use names, {@code if}, {@code unless} and {@code each}, and nothing that reaches further. */
    Optional<String> letter(String letter, String language) {
        var file = letter + "." + language + ".hbs";
        var text = read(file);
        text.ifPresent(words -> refuseAllButNames(words, file));
        return text;
    }

    /** The layout that all letters share. */
    String layout() {
        var text = read("layout.html.hbs").orElseThrow(() -> new IllegalStateException("the letters have no layout"));
        if (text.contains("{{{") || text.contains("{{&")) {
            throw new IllegalArgumentException("layout.html.hbs: nothing goes into a letter unescaped");
        }
        return text;
    }

    private Optional<String> read(String file) {
        var own = folder.resolve(file);
        try {
            if (Files.isRegularFile(own)) {
                return Optional.of(Files.readString(own));
            }
            try (var shipped = LetterSource.class.getResourceAsStream("/mail-templates/" + file)) {
                return shipped == null ? Optional.empty() : Optional.of(new String(shipped.readAllBytes(), UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the letter " + file + " cannot be read", failure);
        }
    }

    private static void refuseAllButNames(String text, String file) {
        int open = text.indexOf("{{");
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            var tag = close < 0 ? "" : text.substring(open + 2, close);
            if (!allowed(tag)) {
                throw new IllegalArgumentException(file + ": a letter may not say {{" + tag + "}}");
            }
            open = text.indexOf("{{", close);
        }
    }

    private static boolean allowed(String tag) {
        return ENDS.contains(tag)
                || name(tag)
                || BLOCKS.stream().anyMatch(block -> tag.startsWith(block) && name(tag.substring(block.length())));
    }

    private static boolean name(String text) {
        return !text.isEmpty()
                && !HELPERS.contains(text)
                && text.chars().allMatch(c -> c == '.' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
