package nl.samenkomst.account;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.web.Frame;

/** An organisation's frame round a page: its name, its colour, whom to call. */
public final class Frames {

    private Frames() {}

    /**
     * The frame of a page of this organisation.
     *
     * @param contact whom to call about what is on the page, where it is somebody else than usual
     */
    public static Frame of(Organisation organisation, Optional<Contact> contact, String title) {
        return new Frame(
                        title,
                        organisation.name(),
                        "/",
                        organisation.accent(),
                        List.of(),
                        contact.or(organisation::contact).map(Frames::band),
                        organisation.languages(),
                        true)
                .marked(logo(organisation));
    }

    static Optional<Frame.Logo> logo(Organisation organisation) {
        return organisation
                .manner()
                .logo()
                .map(logo -> new Frame.Logo(LogoPages.path(organisation, logo), logo.width(), logo.height()));
    }

    public static Frame.Band band(Contact contact) {
        return new Frame.Band(
                contact.name(),
                contact.role().orElse(""),
                contact.email(),
                contact.phone().orElse(""),
                contact.hours().orElse(""));
    }
}
