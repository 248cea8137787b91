package nl.samenkomst.demo;

import java.util.Optional;
import nl.samenkomst.kit.mail.EmailAddress;

/**
 * An invented participant.
 *
 * @param number tells them apart, and decides what they answer
 * @param organisation empty for a resident
 * @param area the slug of the neighbourhood they work or live in; empty where that does not matter
 */
record Person(
        int number,
        String name,
        EmailAddress email,
        Optional<String> organisation,
        String sector,
        Optional<String> area) {}
