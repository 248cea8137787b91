package nl.samenkomst.kit.mail;

/** A letter's words, in the two forms a mail carries them. */
public record Written(String subject, String text, String html) {}
