package nl.samenkomst.event;

/**
 * One field of a form of the workspace, shown by the templates {@code event/line} and {@code event/prose}.
 *
 * @param hint empty where the label says it all
 * @param error what is wrong with the value, empty for nothing
 */
record Field(String id, String name, String label, String hint, String value, String error, boolean needed) {

    /** The id of the field with this name. */
    static String id(String name) {
        return name.replaceAll("[.\\[\\]]+", "-");
    }
}
