package nl.samenkomst.registration;

import java.util.Locale;

/** Where somebody belongs: whom a network reaches is counted by it. */
enum Sector {
    FORMAL,
    INFORMAL,
    MEDICAL,
    MUNICIPALITY,
    RESIDENT;

    /** Its public name in forms, JSON and the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
