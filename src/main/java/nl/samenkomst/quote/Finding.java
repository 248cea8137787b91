package nl.samenkomst.quote;

import java.util.Locale;

/**
 * A part of a text that should perhaps not be there.
 *
 * @param from where it begins in the text, in UTF-16 code units
 * @param until where it has ended
 */
record Finding(Kind kind, int from, int until) {

    /** What it seems to be. */
    enum Kind {
        CLIENT,
        PHONE,
        BIRTH_DATE,
        EMAIL,
        CITIZEN_NUMBER;

        /** Its word in the bundles. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
