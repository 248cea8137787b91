package nl.samenkomst.kit.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of the screen (sRGB, 0 to 255 each), with what is needed to judge and to shade it. */
record Colour(int red, int green, int blue) {
    static final Colour WHITE = new Colour(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{6}");

    Colour {
        if (Math.min(red, Math.min(green, blue)) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
            throw new IllegalArgumentException("a part of a colour lies between 0 and 255");
        }
    }

    /** Six hexadecimal digits without a sign before them; anything else is no colour. */
    static Optional<Colour> read(String hex) {
        return HEX.matcher(hex).matches() ? Optional.of(of(Integer.parseInt(hex, 16))) : Optional.empty();
    }

    static Colour of(int rgb) {
        return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    String hex() {
        return String.format(Locale.ROOT, "%02x%02x%02x", red, green, blue);
    }

    /** The contrast of WCAG 2.2, from 1 (the same) to 21 (black on white). */
    double contrast(Colour other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** This colour with a share (0 to 1) of the other in it. */
    Colour with(Colour other, double share) {
        return new Colour(
                between(red, other.red, share), between(green, other.green, share), between(blue, other.blue, share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** The same hue at another lightness (0 to 1, as in HSL), no more saturated than the bound given. */
    Colour at(double lightness, double mostSaturated) {
        double high = Math.max(red, Math.max(green, blue)) / 255.0;
        double low = Math.min(red, Math.min(green, blue)) / 255.0;
        double spread = high - low;
        double saturation = spread == 0 ? 0 : spread / (1 - Math.abs(high + low - 1));
        double reach = Math.min(saturation, mostSaturated) * Math.min(lightness, 1 - lightness);
        return new Colour(
                placed(red, low, spread, lightness, reach),
                placed(green, low, spread, lightness, reach),
                placed(blue, low, spread, lightness, reach));
    }

    private static int placed(int part, double low, double spread, double lightness, double reach) {
        double share = spread == 0 ? 0.5 : (part / 255.0 - low) / spread;
        return (int) Math.round(255 * (lightness + reach * (2 * share - 1)));
    }

    /** How far the two hues lie apart to the eye (CIELAB, degrees 0 to 180); nothing where one of them is near grey. */
    Optional<Double> hueApart(Colour other) {
        double[] mine = lab();
        double[] theirs = other.lab();
        if (Math.hypot(mine[0], mine[1]) < 12 || Math.hypot(theirs[0], theirs[1]) < 12) {
            return Optional.empty();
        }
        double apart = Math.abs(Math.toDegrees(Math.atan2(mine[1], mine[0]) - Math.atan2(theirs[1], theirs[0])));
        return Optional.of(Math.min(apart, 360 - apart));
    }

    private double[] lab() {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double x = bent((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        double y = bent(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = bent((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0890);
        return new double[] {500 * (x - y), 200 * (y - z)};
    }

    private static double bent(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
