package nl.samenkomst.network;

import java.util.List;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;

/**
 * What an organiser copies into a page of another site to show a network's agenda there.
 *
 * @param sites those that may show it; on any other the browser refuses
 * @param settings where an owner names them; empty for who is none
 * @param preview the page that the other site would frame
 */
record EmbedCode(String code, List<String> sites, String settings, String preview, String title) {

    static EmbedCode of(Network network, Caller caller, Links links, Words words) {
        var title = words.say("network.desk.embed.agenda", network.name());
        var code = """
                <div data-samenkomst="networks/%s"><a href="%s">%s</a></div>
                <script src="%s" async></script>""".formatted(
                network.slug(), links.url("/networks/" + network.slug()), escaped(title), links.url("/embed.js"));
        return new EmbedCode(
                code,
                caller.organisation().manner().embedders(),
                caller.role().allows(Role.OWNER) ? Setting.ORGANISATION.of(caller) : "",
                "/embed/networks/" + network.slug(),
                title);
    }

    /** A name as it stands in HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
