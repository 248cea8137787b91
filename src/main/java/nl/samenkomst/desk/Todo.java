package nl.samenkomst.desk;

/**
 * Something that waits for an organiser.
 *
 * @param tone {@code wait}, {@code error}, or empty for what is only to know
 * @param sign the drawing before it
 */
record Todo(String tone, String sign, String title, String text, String button, String href) {}
