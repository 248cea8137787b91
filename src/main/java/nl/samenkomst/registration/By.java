package nl.samenkomst.registration;

/** Who ended a registration. */
public enum By {
    SELF("self"),
    ORGANISER("organiser"),
    REPLY("reply"),
    ERASED("erased"),
    NO_CHOICE("no-choice");

    private final String code;

    By(String code) {
        this.code = code;
    }

    /** Its public name. */
    public String code() {
        return code;
    }

    /** Whether the person may undo it; who was taken off by the organiser is referred to the contact person. */
    public static boolean undoable(String code) {
        return code.equals(SELF.code) || code.equals(REPLY.code) || code.equals(NO_CHOICE.code);
    }
}
