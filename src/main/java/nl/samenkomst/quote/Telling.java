package nl.samenkomst.quote;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;

/** Tells of a quote what its author and staff both read: how it stands, what comes with it, where it may stand, since when. */
record Telling(Quote quote, Words words, ZoneId zone) {

    /** How it stands: a sign and a word. */
    record Mark(String tone, String sign, String words) {}

    /** A place, and whether the words may stand there. */
    record Place(String words, boolean allowed) {}

    Mark mark() {
        var state = quote.state();
        if (quote.held() && state != Quote.State.PROPOSED) {
            return new Mark("error", "warning", words.say("quote.state.held"));
        }
        var said = words.say("quote.state." + state.code());
        return switch (state) {
            case GIVEN -> new Mark("draft", "pencil", said);
            case PROPOSED -> new Mark("wait", "hourglass", said);
            case APPROVED -> new Mark("ok", "tick", said);
            case REJECTED -> new Mark("off", "cross", said);
            case WITHDRAWN -> new Mark("off", "dash", said);
        };
    }

    List<Place> places() {
        return Arrays.stream(Scope.values())
                .map(scope -> {
                    boolean allowed = quote.latest().scopes().contains(scope);
                    var place = words.say("quote.scope." + scope.code());
                    return new Place(allowed ? place : words.say("quote.scope.not", place), allowed);
                })
                .toList();
    }

    /** "10 december 2026, 21.14 uur. Nederlands, tekst 3." */
    Optional<String> consent() {
        var wording = quote.latest();
        return wording.consentedAt()
                .map(at -> words.say(
                        "quote.consent",
                        moment(at),
                        words.capital(Languages.ownName(wording.language())),
                        wording.consentText().orElse(0)));
    }

    /** The same when it was withdrawn. */
    Optional<String> withdrawn() {
        return quote.withdrawnAt()
                .map(at -> words.say(
                        "quote.withdrawn.at", moments().date(at), moments().time(at)));
    }

    /** How long the words were approved before they were withdrawn, in whole hours; empty where they never were. */
    Optional<Long> hoursShown() {
        return quote.withdrawnAt().flatMap(end -> quote.approvedAt()
                .map(begin -> Duration.between(begin, end).toHours()));
    }

    String moment(Instant at) {
        return moments().date(at) + ", " + moments().time(at);
    }

    Moments moments() {
        return new Moments(words, zone);
    }
}
