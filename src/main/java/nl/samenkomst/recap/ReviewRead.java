package nl.samenkomst.recap;

import nl.samenkomst.event.PublicAgenda.Gatherings;
import nl.samenkomst.network.Housed;

/**
 * All that the page of a year is made from.
 *
 * @param material all that might be shown
 * @param coming public gatherings of the network that are still to come
 */
record ReviewRead(Housed housed, YearFacts facts, Review review, ReviewMaterial material, Gatherings coming) {

    /** What is shown: what was chosen, or the usual. */
    ReviewMaterial shown() {
        return material.chosen(choice());
    }

    ReviewChoice choice() {
        return review.choice().orElseGet(material::usual);
    }
}
