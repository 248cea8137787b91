package nl.samenkomst.plugins.webinar;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.PluginWords;
import nl.samenkomst.spi.SurveyQuestion;
import nl.samenkomst.spi.SurveyWords;

/** Speakers online, and room for hundreds who listen and ask. */
public final class Webinar implements EventFormat {

    private static final PluginWords WORDS = PluginWords.beside(Webinar.class);

    @Override
    public String id() {
        return "webinar";
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
        return List.of(Gathering.ONLINE);
    }

    @Override
    public Duration usualLength() {
        return Duration.ofMinutes(90);
    }

    @Override
    public List<SurveyQuestion> survey(Locale locale) {
        return new SurveyWords(WORDS, locale).five("clear", "use", "question");
    }
}
