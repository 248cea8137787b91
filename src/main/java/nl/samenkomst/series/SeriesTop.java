package nl.samenkomst.series;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Series;

/** The head of every page of the workspace about one series, shown by the template {@code series/desk-top}: what it is, and its pages. */
record SeriesTop(String title, String slug, List<DeskTop.Tab> tabs) {

    static final String PATH = "/organise/series";

    /** A page about one series, and who finds it there. */
    enum Page {
        OVERVIEW("", Role.FACILITATOR),
        DATES("/dates", Role.ORGANISER),
        CHANGE("/change", Role.ORGANISER),
        MEMBERS("/members", Role.FACILITATOR);

        private final String path;
        private final Role role;

        Page(String path, Role role) {
            this.path = path;
            this.role = role;
        }

        String of(Series series) {
            return PATH + "/" + series.slug() + path;
        }
    }

    static SeriesTop of(Series series, Caller caller, Visit visit, Page current) {
        var words = Workspace.words(caller, visit);
        return new SeriesTop(
                series.title(),
                series.slug(),
                Arrays.stream(Page.values())
                        .filter(page -> caller.role().allows(page.role))
                        .map(page -> new DeskTop.Tab(
                                words.say("series.page." + page.name().toLowerCase(Locale.ROOT)),
                                page.of(series),
                                page == current))
                        .toList());
    }
}
