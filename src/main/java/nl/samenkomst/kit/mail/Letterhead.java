package nl.samenkomst.kit.mail;

/**
 * Whose letter it is: the name on top and the colour of its strip, links and button.
 *
 * @param organisation the name people know the sender by
 * @param accent a colour as {@code #rrggbb}, dark enough for white text
 */
public record Letterhead(String organisation, String accent) {

    private static final int COLOUR_LENGTH = 7;

    public Letterhead {
        if (accent.length() != COLOUR_LENGTH
                || accent.charAt(0) != '#'
                || accent.substring(1).chars().anyMatch(c -> Character.digit(c, 16) < 0)) {
            throw new IllegalArgumentException("not a colour: " + accent);
        }
    }
}
