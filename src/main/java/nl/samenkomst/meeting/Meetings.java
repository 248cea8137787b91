package nl.samenkomst.meeting;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.spi.MeetingProvider;

/** What is done with online places. */
public record Meetings(Providers providers) {

    /**
     * Has the provider make the place, and writes where it is.
     *
     * @return a 422 on {@code meeting} with the provider's words where it cannot be made
     */
    public Future<Meeting> make(SqlClient tx, Meeting wished, String title, Instant start, Instant end) {
        var given = wished.url().map(URI::create);
        return providers
                .find(wished.provider())
                .map(provider -> made(provider, new MeetingProvider.Wish(title, start, end, given)))
                .orElseGet(() ->
                        Future.failedFuture(Refusal.invalid("meeting.provider", "meeting.gone", wished.provider())))
                .map(place -> at(wished, place))
                .compose(meeting -> new MeetingStore(tx).write(meeting).map(meeting));
    }

    private static Future<MeetingProvider.Place> made(MeetingProvider provider, MeetingProvider.Wish wish) {
        return Future.fromCompletionStage(provider.make(wish))
                .recover(failure -> Future.failedFuture(
                        failure instanceof IllegalArgumentException refused
                                ? Refusal.invalid("meeting", "meeting.refused", String.valueOf(refused.getMessage()))
                                : failure));
    }

    private static Meeting at(Meeting wished, MeetingProvider.Place place) {
        return new Meeting(
                wished.id(),
                wished.organisation(),
                wished.provider(),
                Optional.of(place.url().toString()),
                wished.dialIn(),
                place.foreignId());
    }
}
