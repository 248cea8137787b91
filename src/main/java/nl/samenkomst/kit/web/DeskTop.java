package nl.samenkomst.kit.web;

import java.util.List;

/**
 * The bar on top of every page of the workspace, shown by the template {@code kit/web/desk}: a page's model bears it as {@code top}.
 *
 * @param home where the mark leads
 * @param person who signed in
 * @param account where they find what is theirs alone
 * @param organisation for which they work now
 * @param token the form token of the button that signs out
 * @param stream where an open page hears that it should read itself again
 * @param bars what stands under it for a while
 */
public record DeskTop(
        String home,
        String person,
        String account,
        String organisation,
        String token,
        List<Tab> tabs,
        String stream,
        List<Shown> bars) {

    /**
     * A part of the workspace, or of a page of it.
     *
     * @param name in the reader's language
     */
    public record Tab(String name, String href, boolean current) {}

    public DeskTop {
        tabs = List.copyOf(tabs);
        bars = List.copyOf(bars);
    }
}
