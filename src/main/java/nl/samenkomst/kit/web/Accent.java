package nl.samenkomst.kit.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * The one colour of an organisation, with the shades that its pages need on a light and on a dark screen.
 *
 * <p>A colour is accepted only if everything written in it, and on it, can be read (WCAG 2.2, 1.4.3: 4.5 to 1), and if
 * nobody takes it for the red, amber or green of a status.
 *
 * @param hex six hexadecimal digits in lower case, without a sign before them
 */
public record Accent(String hex, Shades light, Shades dark) {
    /** What one screen needs; each is six hexadecimal digits. {@code second} is the second text on the masthead. */
    public record Shades(String accent, String onAccent, String tint, String masthead, String second) {
        private String css() {
            return "--accent: #" + accent + "; --on-accent: #" + onAccent + "; --tint: #" + tint + "; --masthead: #"
                    + masthead + "; --masthead-2: #" + second;
        }
    }

    /** The colour of the house, for who chose none. */
    public static final String PETROL = "0b5c63";

    private static final double READABLE = 4.5;
    private static final double STATUS_REACH_DEGREES = 22;
    private static final Colour GROUND = Colour.of(0xf5f4f0);
    private static final Colour SECOND_TEXT = Colour.of(0x4d5558);
    private static final Colour DARK_SURFACE = Colour.of(0x1d2427);
    private static final Colour DARK_INK = Colour.of(0xeeece7);
    private static final Colour DARK_SECOND_TEXT = Colour.of(0xb4baba);
    private static final List<Colour> STATUS = List.of(Colour.of(0xae1f1b), Colour.of(0x744600), Colour.of(0x1b6633));

    /** Two colours were shaded by hand; theirs are kept to the digit. */
    private static final Map<String, Accent> BY_HAND = Map.of(
            PETROL,
            new Accent(
                    PETROL,
                    new Shades(PETROL, "ffffff", "e0ecec", PETROL, "d2e5e6"),
                    new Shades("7fcbd1", "06262a", "123236", "0d454b", "bfdadc")),
            "1f4b99",
            new Accent(
                    "1f4b99",
                    new Shades("1f4b99", "ffffff", "e4eaf6", "1f4b99", "d5dff1"),
                    new Shades("9dbcf2", "0a1a38", "1b2a47", "1b376b", "c8d6f0")));

    /**
     * The accent of a colour.
     *
     * @throws IllegalArgumentException if it is no colour, or one that {@link #fault} names
     */
    public static Accent of(String hex) {
        fault(hex).ifPresent(fault -> {
            throw new IllegalArgumentException(fault + ": " + hex);
        });
        String key = hex.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_HAND.get(key))
                .orElseGet(() -> shaded(Colour.read(key).orElseThrow()));
    }

    /** Why a colour cannot be an accent: {@code accent.format}, {@code accent.contrast}, {@code accent.status}; or nothing. */
    public static Optional<String> fault(String hex) {
        return Colour.read(hex).map(Accent::judged).orElse(Optional.of("accent.format"));
    }

    /** How well a colour can be read where it is hardest, from 1 to 21 (WCAG 2.2, 1.4.3); 0 for what is no colour. */
    public static double contrast(String hex) {
        return Colour.read(hex).map(Accent::least).orElse(0.0);
    }

    private static double least(Colour colour) {
        return DoubleStream.of(colour.contrast(GROUND), colour.contrast(tint(colour)), colour.contrast(Colour.WHITE))
                .min()
                .orElseThrow();
    }

    private static Optional<String> judged(Colour colour) {
        if (least(colour) < READABLE) {
            return Optional.of("accent.contrast");
        }
        boolean likeStatus = STATUS.stream()
                .flatMap(status -> colour.hueApart(status).stream())
                .anyMatch(apart -> apart < STATUS_REACH_DEGREES);
        return likeStatus ? Optional.of("accent.status") : Optional.empty();
    }

    private static Accent shaded(Colour colour) {
        return new Accent(colour.hex(), light(colour), dark(colour));
    }

    private static Shades light(Colour colour) {
        Colour second = first(0.82, 1, share -> colour.with(Colour.WHITE, share), readableOn(colour));
        return new Shades(colour.hex(), Colour.WHITE.hex(), tint(colour).hex(), colour.hex(), second.hex());
    }

    private static Colour tint(Colour colour) {
        return first(0.88, 1, share -> colour.with(Colour.WHITE, share), readableOn(SECOND_TEXT));
    }

    private static Shades dark(Colour colour) {
        Colour accent = first(0.62, 0.95, light -> colour.at(light, 0.77), shade -> shade.contrast(DARK_SURFACE) >= 8);
        Colour onAccent = first(0.12, 0, light -> colour.at(light, 0.75), readableOn(accent));
        Colour tint = first(
                0.18, 0, light -> colour.at(light, 0.5), readableOn(accent).and(readableOn(DARK_SECOND_TEXT)));
        Colour masthead = first(0.26, 0, light -> colour.at(light, 0.7), shade -> shade.contrast(DARK_INK) >= 7);
        Colour second = first(0.8, 1, light -> colour.at(light, 0.4), readableOn(masthead));
        return new Shades(accent.hex(), onAccent.hex(), tint.hex(), masthead.hex(), second.hex());
    }

    private static Predicate<Colour> readableOn(Colour other) {
        return shade -> shade.contrast(other) >= READABLE;
    }

    /** The first shade on the way from one number to the other that passes; the last where none does. */
    private static Colour first(double from, double to, DoubleFunction<Colour> shade, Predicate<Colour> passes) {
        return DoubleStream.iterate(0, step -> step <= 1, step -> step + 0.02)
                .mapToObj(step -> shade.apply(from + (to - from) * step))
                .filter(passes)
                .findFirst()
                .orElseGet(() -> shade.apply(to));
    }

    /** The class that puts what stands in it in this colour. */
    public String className() {
        return "accent-" + hex;
    }

    /** The stylesheet served as {@code /look/<hex>.css}; paper is always light. */
    public String css() {
        return """
                .%1$s { %2$s }
                @media screen and (prefers-color-scheme: dark) { .%1$s { %3$s } }
                """.formatted(className(), light.css(), dark.css());
    }
}
