package nl.samenkomst.calendar;

import java.util.UUID;

/**
 * The secret calendar link of one person at one organisation.
 *
 * @param linkVersion raised by stopping, which ends the link that was mailed
 * @param asked whether a link was mailed that works
 */
record PersonalFeed(UUID id, int linkVersion, boolean asked) {}
