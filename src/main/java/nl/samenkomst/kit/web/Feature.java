package nl.samenkomst.kit.web;

/** A part of a room that answers on paths of its own. */
public interface Feature {

    void mount(Site site);
}
