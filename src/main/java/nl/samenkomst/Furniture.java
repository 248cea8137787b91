package nl.samenkomst;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.StaffLetter;
import nl.samenkomst.calendar.InviteLetters;
import nl.samenkomst.calendar.PersonalFeedLetter;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Resources;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Assets;
import nl.samenkomst.kit.web.Renderer;
import nl.samenkomst.kit.web.Webroot;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.quote.Quotes;
import nl.samenkomst.recap.RecapLetters;
import nl.samenkomst.registration.Invitees;
import nl.samenkomst.registration.RegistrationLetters;
import nl.samenkomst.registration.StaffLetters;
import nl.samenkomst.series.Members;
import nl.samenkomst.survey.SurveyLetters;

/**
 * What needs no database: texts, templates, files and plugins.
 *
 * @param problems a line for each plugin that is left out
 */
record Furniture(
        Assets assets,
        Renderer renderer,
        LetterTemplates letters,
        Formats formats,
        Providers providers,
        List<String> problems) {

    /** Reads all of it, and compiles every template; blocks. */
    static Furniture read(Config config) {
        var assets = new Assets(new Webroot(Path.of("webroot")));
        var renderer = new Renderer(new Languages(rooms()), assets, live());
        renderer.compile(Resources.ending(".hbs"));
        var letters = LetterTemplates.compile(Path.of("mail-templates"), kindsOfLetters());
        var folder = PluginFolder.open(config.plugins());
        var formats = Formats.load(folder);
        var providers = Providers.load(folder);
        var problems = Stream.of(folder.problems(), formats.problems(), providers.problems())
                .flatMap(List::stream)
                .toList();
        return new Furniture(assets, renderer, letters, formats, providers, problems);
    }

    /** Every room that has texts; plugins keep theirs to themselves. */
    private static List<String> rooms() {
        return Resources.ending("/words_nl.properties").stream()
                .filter(room -> !room.startsWith("plugins/"))
                .toList();
    }

    /** Every kind of letter there is. */
    private static List<String> kindsOfLetters() {
        return Stream.of(
                        RegistrationLetters.ALL,
                        StaffLetters.ALL,
                        List.of(Invitees.INVITED, PersonalFeedLetter.LETTER),
                        InviteLetters.ALL,
                        Members.LETTERS,
                        Quotes.LETTERS,
                        List.of(RecapLetters.LETTER),
                        SurveyLetters.ALL,
                        StaffLetter.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** Templates under this folder are read anew for every page, while somebody works on them. */
    private static Optional<Path> live() {
        return Optional.ofNullable(System.getProperty("samenkomst.live")).map(Path::of);
    }
}
