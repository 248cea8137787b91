package nl.samenkomst.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.plugins.link.LinkProvider;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.EventFormat.Asked;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.MeetingProvider.Wish;
import nl.samenkomst.spi.Room;
import nl.samenkomst.spi.Seating;
import org.junit.jupiter.api.Test;

class OwnFormatsTest {

    private static final Locale NL = Locale.forLanguageTag("nl");

    private final Formats formats = Formats.load(PluginFolder.none());

    @Test
    void everyFormatHasWordsInBothLanguages() {
        for (var format : formats.all()) {
            assertThat(format.name(NL)).isNotBlank();
            assertThat(format.plural(NL)).isNotBlank();
            assertThat(format.name(Locale.ENGLISH)).isNotBlank();
            assertThat(format.explanation(NL).isEmpty())
                    .isEqualTo(format.explanation(Locale.ENGLISH).isEmpty());
        }
    }

    @Test
    void aWijktafelMeetsInEveryWayExplainsItselfAndAsksTheSector() {
        var wijktafel = format("wijktafel");

        assertThat(wijktafel.gatherings()).containsExactlyInAnyOrder(Gathering.values());
        assertThat(wijktafel.explanation(NL)).startsWith("Een wijktafel is");
        assertThat(wijktafel.required()).containsExactly(Asked.SECTOR);
    }

    @Test
    void aBootcampIsOnSiteAndAsksTheNeighbourhood() {
        assertThat(format("bootcamp").gatherings()).containsExactly(Gathering.ON_SITE);
        assertThat(format("bootcamp").asks()).contains(Asked.AREA);
    }

    @Test
    void aWebinarIsOnlineAndASteeringGroupIsClosed() {
        assertThat(format("webinar").gatherings()).containsExactly(Gathering.ONLINE);
        assertThat(format("stuurgroep").closed()).isTrue();
        assertThat(format("webinar").closed()).isFalse();
    }

    @Test
    void theSmallestOfTheGivenNumbersSeats() {
        var room = new Room(Optional.of(40), Optional.of(100.0), Optional.of(1.5), Optional.empty());

        assertThat(format("bootcamp").seating(room)).isEqualTo(new Seating(Optional.of(40), Seating.Bound.CHAIRS));
        assertThat(room.packed()).contains(44);
    }

    @Test
    void aLinkIsTheAddressTheOrganiserGaveIfItIsSafeToOpen() {
        var provider = new LinkProvider();

        assertThat(provider.make(wish("https://meet.example/room"))
                        .toCompletableFuture()
                        .join()
                        .url())
                .isEqualTo(URI.create("https://meet.example/room"));
        assertThatThrownBy(() -> provider.make(wish("javascript:alert(1)"))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    private EventFormat format(String id) {
        return formats.find(id).orElseThrow();
    }

    private static Wish wish(String address) {
        var now = Instant.parse("2026-12-10T18:00:00Z");
        return new Wish("Tafel", now, now.plusSeconds(3600), Optional.of(URI.create(address)));
    }
}
