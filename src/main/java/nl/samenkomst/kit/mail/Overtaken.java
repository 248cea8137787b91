package nl.samenkomst.kit.mail;

import java.time.Instant;

/** A letter that waited and does not leave any more, since something newer is to be said. */
public record Overtaken(String letter, Instant due) {}
