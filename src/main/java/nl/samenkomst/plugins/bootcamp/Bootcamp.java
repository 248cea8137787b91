package nl.samenkomst.plugins.bootcamp;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.PluginWords;
import nl.samenkomst.spi.SurveyQuestion;
import nl.samenkomst.spi.SurveyWords;

/** A few hours of hard work in one room, by neighbourhood; its seats follow from the floor and the distance kept. */
public final class Bootcamp implements EventFormat {

    private static final PluginWords WORDS = PluginWords.beside(Bootcamp.class);

    @Override
    public String id() {
        return "bootcamp";
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
        return List.of(Gathering.ON_SITE);
    }

    @Override
    public Set<Asked> asks() {
        return Set.of(Asked.ORGANISATION, Asked.SECTOR, Asked.AREA);
    }

    @Override
    public Duration usualLength() {
        return Duration.ofHours(4);
    }

    @Override
    public List<SurveyQuestion> survey(Locale locale) {
        return new SurveyWords(WORDS, locale).five("plan", "got", "step");
    }
}
