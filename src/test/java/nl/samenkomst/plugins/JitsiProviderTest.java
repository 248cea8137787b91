package nl.samenkomst.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.spi.MeetingProvider;
import nl.samenkomst.spi.MeetingProvider.Place;
import nl.samenkomst.spi.MeetingProvider.Wish;
import org.junit.jupiter.api.Test;

class JitsiProviderTest {

    private static final Instant START = Instant.parse("2026-12-10T18:00:00Z");

    private final MeetingProvider jitsi =
            Providers.load(PluginFolder.none()).find("jitsi").orElseThrow();

    @Test
    void aRoomIsMadeThatNobodyCanGuess() {
        var one = made(Optional.empty());

        assertThat(one.url().toString()).matches("https://meet\\.jit\\.si/samenkomst-[0-9a-f]{32}");
        assertThat(one.foreignId())
                .hasValueSatisfying(room -> assertThat(one.url().toString()).endsWith(room));
        assertThat(made(Optional.empty()).url()).isNotEqualTo(one.url());
    }

    @Test
    void theOrganiserMayNameAnotherServer() {
        assertThat(made(Optional.of(URI.create("https://video.elaa.example/kamers")))
                        .url()
                        .toString())
                .matches("https://video\\.elaa\\.example/kamers/samenkomst-[0-9a-f]{32}");
        assertThatThrownBy(() -> made(Optional.of(URI.create("http://video.elaa.example/"))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoomThatWasMadeIsKept() {
        var room = made(Optional.empty());

        assertThat(made(Optional.of(room.url()))).isEqualTo(room);
    }

    @Test
    void itNeedsNoAddressAndHasANameInBothLanguages() {
        assertThat(jitsi.wantsAddress()).isFalse();
        assertThat(jitsi.name(Locale.forLanguageTag("nl"))).startsWith("Jitsi (een eigen kamer");
        assertThat(jitsi.name(Locale.ENGLISH)).startsWith("Jitsi (a room of its own");
    }

    private Place made(Optional<URI> given) {
        return jitsi.make(new Wish("Wijktafel", START, START.plusSeconds(7200), given))
                .toCompletableFuture()
                .join();
    }
}
