package nl.samenkomst.account;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Visit;

/**
 * What every page of our settings has in common.
 *
 * @param done what was just done, in a sentence
 */
record SettingsPage(
        DeskTop top,
        List<DeskTop.Tab> settings,
        Frame frame,
        Words words,
        Optional<String> done,
        Optional<Wrong> wrong) {

    /** @param titled the title's key; it begins with the word for a fault where there is one */
    static SettingsPage of(Caller caller, Visit visit, Setting setting, String titled, Optional<Wrong> wrong) {
        var words = Workspace.words(caller, visit);
        var title = words.say(titled);
        var frame = Workspace.frame(caller, wrong.isPresent() ? words.say("account.fault", title) : title);
        var done = visit.query("done")
                .map(what -> "account.done." + what)
                .filter(key -> visit.looks() && words.has(key))
                .map(words::say);
        return new SettingsPage(
                Workspace.top(caller, visit, Part.SETTINGS),
                Workspace.settings(caller, visit, setting),
                frame,
                words,
                done,
                wrong);
    }

    /** Back to the page, which then says that it is done. */
    static String done(Setting setting, Caller caller, String what) {
        return setting.of(caller) + "&done=" + what;
    }
}
