package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.LetterPreview;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.Written;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;

/** Writes the letters of this room for organisers to look at before anybody gets one: to nobody, with links that open nothing. */
public record LetterPreviews(InviteLetters.Means means, Clock clock) implements LetterPreview {

    @Override
    public Future<Optional<Written>> write(Asked asked) {
        return Arrays.stream(Tidings.values())
                .filter(one -> one.letter().equals(asked.letter()))
                .findFirst()
                .map(tidings ->
                        means.occasions().round(asked.after()).map(occasion -> Optional.of(written(asked, occasion))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Written written(Asked asked, Occasion occasion) {
        var words = means.languages().in(asked.language());
        var links = means.correspondence().links();
        var nobody = nobody(asked);
        var values = new HashMap<>(LetterValues.ofOccasion(occasion, asked.way(), words, links));
        values.putAll(LetterValues.ofStanding(nobody, asked.after(), words));
        values.putAll(LetterValues.ofPerson(nobody, links));
        values.put("heard", means.correspondence().heard() ? "yes" : "");
        values.put("message", "");
        values.putAll(difference(asked).values(words));
        var housed = occasion.housed();
        return means.templates()
                .write(
                        asked.letter(),
                        asked.language(),
                        new Letterhead(housed.organisation().name(), "#" + housed.accent()),
                        Map.copyOf(values));
    }

    private static Difference difference(Asked asked) {
        var was = asked.before().equals(asked.after())
                ? Optional.<JsonObject>empty()
                : Optional.of(Shown.of(asked.before(), wayBefore(asked)).json());
        return Difference.between(was, Shown.of(asked.after(), asked.way()));
    }

    /** Who attends in the way that is left may have attended in the other. */
    private static Attendance wayBefore(Asked asked) {
        var other = asked.way().other();
        var moved = asked.before().attendance().allows(other)
                && !asked.after().attendance().allows(other);
        return moved ? other : asked.way();
    }

    private Registration nobody(Asked asked) {
        Event event = asked.after();
        var chooses = asked.letter().equals(Tidings.CHOOSE.letter());
        return new Registration(
                UUID.randomUUID(),
                event.organisation(),
                event.id(),
                Optional.empty(),
                false,
                Optional.of(asked.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                asked.language(),
                asked.way(),
                Optional.empty(),
                chooses ? Registration.Status.CHOOSE : Registration.Status.CONFIRMED,
                1,
                Optional.of(clock.instant().plus(Duration.ofDays(1))).filter(until -> chooses),
                Optional.empty(),
                "none",
                "unknown",
                event.questionsVersion(),
                new JsonObject(),
                1,
                1,
                clock.instant());
    }
}
