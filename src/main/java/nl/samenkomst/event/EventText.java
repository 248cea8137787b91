package nl.samenkomst.event;

/**
 * An event's words in one language.
 *
 * @param description Markdown
 */
public record EventText(String title, String summary, String description) {}
