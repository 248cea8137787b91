package nl.samenkomst.desk;

import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Visit;

/** What stands round the pages of this room. */
final class Top {

    private Top() {}

    static DeskTop of(Caller caller, Visit visit) {
        return Workspace.top(caller, visit, Workspace.Part.EVENTS);
    }

    static Frame frame(Caller caller, String title) {
        return Workspace.frame(caller, title);
    }

    static Words words(Caller caller, Visit visit) {
        return Workspace.words(caller, visit);
    }
}
