package nl.samenkomst.network;

import java.util.Optional;
import nl.samenkomst.account.Contact;
import nl.samenkomst.account.Frames;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.kit.web.Frame;

/** A network with the organisation that runs it: what pages need to say whose they are. */
public record Housed(Network network, Organisation organisation) {

    /** The network's own colour, else its organisation's. */
    public String accent() {
        return network.accent().orElse(organisation.accent());
    }

    /**
     * The frame of a page of this network.
     *
     * @param contact whom to call, where it is not the network's usual contact
     */
    public Frame frame(Optional<Contact> contact, String title) {
        return Frames.of(organisation, contact.or(network::contact), title).coloured(accent());
    }
}
