package nl.samenkomst.desk;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Frames;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Visit;

/** What stands round the pages of the workspace. */
final class Top {

    private Top() {}

    static DeskTop of(Caller caller, Visit visit) {
        var events = words(caller, visit).say("desk.events");
        return new DeskTop(
                caller.account().name(),
                caller.organisation().name(),
                caller.formToken(visit.links(), "/sign-out"),
                List.of(new DeskTop.Tab(events, DeskPages.path(caller), true)));
    }

    static Frame frame(Caller caller, String title) {
        return Frames.of(caller.organisation(), Optional.empty(), title).hidden();
    }

    /** In the language of the page, which is one of the organisation's. */
    static Words words(Caller caller, Visit visit) {
        return visit.site().languages().in(visit.language(caller.organisation().languages()));
    }
}
