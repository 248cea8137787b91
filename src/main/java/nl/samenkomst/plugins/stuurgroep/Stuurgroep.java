package nl.samenkomst.plugins.stuurgroep;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.PluginWords;
import nl.samenkomst.spi.SurveyQuestion;
import nl.samenkomst.spi.SurveyWords;

/** The steering group of a network: only who is invited can register. */
public final class Stuurgroep implements EventFormat {

    private static final PluginWords WORDS = PluginWords.beside(Stuurgroep.class);

    @Override
    public String id() {
        return "stuurgroep";
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
    public List<Gathering> gatherings() {
        return List.of(Gathering.ON_SITE, Gathering.HYBRID, Gathering.ONLINE);
    }

    @Override
    public Set<Asked> asks() {
        return Set.of(Asked.ORGANISATION);
    }

    @Override
    public boolean closed() {
        return true;
    }

    @Override
    public List<SurveyQuestion> survey(Locale locale) {
        return new SurveyWords(WORDS, locale).five("decisions", "room", "next");
    }

    /** Its members go back to work after it: a mail of the next morning is one that they answer. */
    @Override
    public SurveyMail surveyMail() {
        return SurveyMail.NEXT_MORNING;
    }
}
