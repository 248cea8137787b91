package nl.samenkomst.plugins.wijktafel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.PluginWords;
import nl.samenkomst.spi.SurveyQuestion;
import nl.samenkomst.spi.SurveyWords;

/** The recurring table where formal and informal parties of one neighbourhood meet, in a room, online or both. */
public final class Wijktafel implements EventFormat {

    private static final PluginWords WORDS = PluginWords.beside(Wijktafel.class);

    @Override
    public String id() {
        return "wijktafel";
    }

    @Override
    public String name(Locale locale) {
        return WORDS.say(locale, "name");
    }

    @Override
    public String plural(Locale locale) {
        return WORDS.say(locale, "plural");
    }

    @Override
    public String explanation(Locale locale) {
        return WORDS.say(locale, "explanation");
    }

    @Override
    public List<Gathering> gatherings() {
        return List.of(Gathering.HYBRID, Gathering.ON_SITE, Gathering.ONLINE);
    }

    /** Whom the table reaches, and whom it does not, is what it is judged by. */
    @Override
    public Set<Asked> required() {
        return Set.of(Asked.SECTOR);
    }

    @Override
    public List<SurveyQuestion> survey(Locale locale) {
        return new SurveyWords(WORDS, locale).five("time", "met", "tomorrow");
    }
}
