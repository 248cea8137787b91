package nl.samenkomst.kit.web;

import java.util.List;

/**
 * The bar on top of every page of the workspace, shown by the template {@code kit/web/desk}: a page's model bears it as {@code top}.
 *
 * @param person who signed in
 * @param organisation for which they work now
 * @param token the form token of the button that signs out
 */
public record DeskTop(String person, String organisation, String token, List<Tab> tabs) {

    /**
     * A part of the workspace.
     *
     * @param name in the reader's language
     */
    public record Tab(String name, String href, boolean current) {}

    public DeskTop {
        tabs = List.copyOf(tabs);
    }
}
