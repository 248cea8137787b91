package nl.samenkomst.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskBars;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Visit;

/** What stands round every page of the workspace: who works there, for whom, and its parts. */
public final class Workspace {

    private Workspace() {}

    /** A part of the workspace, with a word in {@code kit/web}. */
    public enum Part {
        TODAY("/organise"),
        EVENTS("/organise/events"),
        REPLIES("/organise/replies"),
        LOOKBACK("/organise/lookback"),
        SETTINGS("/organise/account");

        private final String path;

        Part(String path) {
            this.path = path;
        }

        /** Where somebody finds it, for the organisation they work for now. */
        public String of(Caller caller) {
            return address(path, caller);
        }
    }

    /** A page of the settings, with a word in {@code kit/web}, and who finds it there. */
    public enum Setting {
        ACCOUNT("/organise/account", Role.FACILITATOR),
        NETWORKS("/organise/networks", Role.ORGANISER),
        ORGANISATION("/organise/organisation", Role.OWNER),
        ACCOUNTS("/organise/accounts", Role.OWNER),
        TOKENS("/organise/tokens", Role.OWNER),
        AUDIT("/organise/audit", Role.OWNER);

        private final String path;
        private final Role role;

        Setting(String path, Role role) {
            this.path = path;
            this.role = role;
        }

        public String of(Caller caller) {
            return address(path, caller);
        }
    }

    private static String address(String path, Caller caller) {
        return path + "?organisation=" + caller.organisation().slug();
    }

    /**
     * The bar on top.
     *
     * @param current the part that the page belongs to
     */
    public static DeskTop top(Caller caller, Visit visit, Part current) {
        return top(caller, visit, Optional.of(current));
    }

    /** The same on a page that belongs to no part. */
    static DeskTop top(Caller caller, Visit visit, Optional<Part> current) {
        var words = words(caller, visit);
        return new DeskTop(
                Part.TODAY.of(caller),
                caller.account().name(),
                Setting.ACCOUNT.of(caller),
                caller.organisation().name(),
                caller.formToken(visit.links(), "/sign-out"),
                Arrays.stream(Part.values())
                        .map(part -> new DeskTop.Tab(
                                words.say("frame.part." + word(part)),
                                part.of(caller),
                                Optional.of(part).equals(current)))
                        .toList(),
                address("/organise/stream", caller),
                DeskBars.of(visit).shown());
    }

    /** The ways to the other settings, for a template's {@code kit/web/settings}. */
    public static List<DeskTop.Tab> settings(Caller caller, Visit visit, Setting current) {
        var words = words(caller, visit);
        return Arrays.stream(Setting.values())
                .filter(setting -> caller.role().allows(setting.role))
                .map(setting -> new DeskTop.Tab(
                        words.say("frame.setting." + word(setting)), setting.of(caller), setting == current))
                .toList();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    public static Frame frame(Caller caller, String title) {
        return Frames.of(caller.organisation(), Optional.empty(), title).hidden();
    }

    /** In the language of the page, which is one of the organisation's. */
    public static Words words(Caller caller, Visit visit) {
        return visit.site().languages().in(visit.language(caller.organisation().languages()));
    }
}
