package nl.samenkomst.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Visit;

/** What stands round every page of the workspace: who works there, for whom, and its parts. */
public final class Workspace {

    private Workspace() {}

    /** A part of the workspace, with a word in {@code kit/web}. */
    public enum Part {
        EVENTS("/organise"),
        REPLIES("/organise/replies");

        private final String path;

        Part(String path) {
            this.path = path;
        }

        /** Where somebody finds it, for the organisation they work for now. */
        public String of(Caller caller) {
            return path + "?organisation=" + caller.organisation().slug();
        }
    }

    /**
     * The bar on top.
     *
     * @param current the part that the page belongs to
     */
    public static DeskTop top(Caller caller, Visit visit, Part current) {
        var words = words(caller, visit);
        return new DeskTop(
                caller.account().name(),
                caller.organisation().name(),
                caller.formToken(visit.links(), "/sign-out"),
                Arrays.stream(Part.values())
                        .map(part -> new DeskTop.Tab(
                                words.say("frame.part." + part.name().toLowerCase(Locale.ROOT)),
                                part.of(caller),
                                part == current))
                        .toList());
    }

    public static Frame frame(Caller caller, String title) {
        return Frames.of(caller.organisation(), Optional.empty(), title).hidden();
    }

    /** In the language of the page, which is one of the organisation's. */
    public static Words words(Caller caller, Visit visit) {
        return visit.site().languages().in(visit.language(caller.organisation().languages()));
    }
}
