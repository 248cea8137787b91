package nl.samenkomst.kit.web;

import java.util.Locale;
import java.util.Optional;

/** A colour that was typed in one field or picked in the one beside it: whichever was touched, without a script to tell. */
public final class TypedColour {

    private TypedColour() {}

    /** The six digits, or whatever was typed in their place; empty where nothing was. */
    public static Optional<String> of(Body body, String field) {
        var typed = digits(body, field);
        var began = digits(body, field + "Began");
        var picked = digits(body, field + "Picked").filter(colour -> !began.equals(Optional.of(colour)));
        boolean typedWell =
                typed.filter(colour -> Accent.fault(colour).isEmpty()).isPresent() && !typed.equals(began);
        return picked.isPresent() && !typedWell ? picked : typed;
    }

    private static Optional<String> digits(Body body, String field) {
        return body.text(field).map(text -> text.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT));
    }
}
