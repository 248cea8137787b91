package nl.samenkomst.plugins.link;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.samenkomst.spi.MeetingProvider;
import nl.samenkomst.spi.PluginWords;

/** An online place that the organiser made elsewhere: the address they give is the place. */
public final class LinkProvider implements MeetingProvider {

    private static final PluginWords WORDS = PluginWords.beside(LinkProvider.class);

    @Override
    public String id() {
        return "link";
    }

    @Override
    public String name(Locale locale) {
        return WORDS.say(locale, "name");
    }

    @Override
    public boolean wantsAddress() {
        return true;
    }

    @Override
    public CompletionStage<Place> make(Wish wish) {
        return wish.given()
                .filter(LinkProvider::joinable)
                .<CompletionStage<Place>>map(
                        address -> CompletableFuture.completedFuture(new Place(address, Optional.empty())))
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalArgumentException(
                        "give the address of the meeting, such as https://meet.example/room")));
    }

    private static boolean joinable(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
    }
}
