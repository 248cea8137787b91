package nl.samenkomst.kit.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands round every page: whose it is, its title, its languages, whom to call.
 *
 * @param title what the browser's tab says, without the organisation's name
 * @param owner the organisation's name, or the installation's
 * @param home where the mark in the head leads
 * @param accent the colour in six lower-case hexadecimal digits
 * @param accents further colours on the page, each with its own stylesheet
 * @param contact the contact band, where there is someone to call
 * @param languages the languages this page can be read in
 * @param robots whether search engines may keep it
 * @param logo the picture that stands for the mark in the head
 * @param head what other rooms put into the page's head, such as the address of a feed
 */
public record Frame(
        String title,
        String owner,
        String home,
        String accent,
        List<String> accents,
        Optional<Band> contact,
        List<String> languages,
        boolean robots,
        Optional<Logo> logo,
        List<Shown> head) {

    /**
     * A picture with the owner's name in it.
     *
     * @param path where it is served
     * @param width in pixels, so that nothing moves when it comes in
     */
    public record Logo(String path, int width, int height) {}

    /**
     * The contact band.
     *
     * @param hours when the phone is answered, may be empty
     */
    public record Band(String name, String role, String email, String phone, String hours) {

        /** What one would say to them. */
        public String firstName() {
            return name.split(" ", 2)[0];
        }

        /** The number for the {@code tel:} scheme (RFC 3966): digits alone, a plus before a country's. */
        public String dial() {
            return phone.replaceAll("[^+0-9]", "");
        }
    }

    public Frame {
        accents = List.copyOf(accents);
        languages = List.copyOf(languages);
        head = List.copyOf(head);
    }

    /** With the house's mark, and nothing of other rooms in its head. */
    public Frame(
            String title,
            String owner,
            String home,
            String accent,
            List<String> accents,
            Optional<Band> contact,
            List<String> languages,
            boolean robots) {
        this(title, owner, home, accent, accents, contact, languages, robots, Optional.empty(), List.of());
    }

    public Frame titled(String other) {
        return new Frame(other, owner, home, accent, accents, contact, languages, robots, logo, head);
    }

    public Frame coloured(String other) {
        return new Frame(title, owner, home, other, accents, contact, languages, robots, logo, head);
    }

    /** With the stylesheets of further colours. */
    public Frame with(List<String> colours) {
        return new Frame(title, owner, home, accent, colours, contact, languages, robots, logo, head);
    }

    /** Read in this language unless the visitor chose another. */
    public Frame speaking(String tag) {
        var others = languages.stream().filter(other -> !other.equals(tag)).toList();
        return new Frame(
                title,
                owner,
                home,
                accent,
                accents,
                contact,
                Stream.concat(Stream.of(tag), others.stream()).toList(),
                robots,
                logo,
                head);
    }

    /** With this picture in the place of the mark. */
    public Frame marked(Optional<Logo> picture) {
        return new Frame(title, owner, home, accent, accents, contact, languages, robots, picture, head);
    }

    /** With this in the head of the page. */
    public Frame headed(List<Shown> shown) {
        return new Frame(title, owner, home, accent, accents, contact, languages, robots, logo, shown);
    }

    /** With a further stylesheet, {@code css/<name>.css}, after those of every page. */
    public Frame styled(String name) {
        var style = new Shown(0, "head", "kit/web/style", new Style("css/" + name + ".css"));
        return headed(Stream.concat(head.stream(), Stream.of(style)).toList());
    }

    /** What {@code kit/web/style} shows. */
    record Style(String file) {}

    public Frame hidden() {
        return new Frame(title, owner, home, accent, accents, contact, languages, false, logo, head);
    }
}
