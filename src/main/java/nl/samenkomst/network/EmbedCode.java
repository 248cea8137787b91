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
 * @param wall the same for the words of its participants
 * @param sites those that may show it; on any other the browser refuses
 * @param settings where an owner names them; empty for who is none
 * @param preview the page that the other site would frame
 */
record EmbedCode(String code, String wall, List<String> sites, String settings, String preview, String title) {

    static EmbedCode of(Network network, Caller caller, Links links, Words words) {
        var title = words.say("network.desk.embed.agenda", network.name());
        return new EmbedCode(
                code(network, "", title, links),
                code(network, "/quotes", words.say("network.desk.embed.wall", network.name()), links),
                caller.organisation().manner().embedders(),
                caller.role().allows(Role.OWNER) ? Setting.ORGANISATION.of(caller) : "",
                "/embed/networks/" + network.slug(),
                title);
    }

    private static String code(Network network, String part, String title, Links links) {
        return """
                <div data-samenkomst="networks/%s%s"><a href="%s">%s</a></div>
                <script src="%s" async></script>""".formatted(
                network.slug(), part, links.url("/networks/" + network.slug()), escaped(title), links.url("/embed.js"));
    }

    /** A name as it stands in HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
