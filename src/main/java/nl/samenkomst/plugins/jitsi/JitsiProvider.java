package nl.samenkomst.plugins.jitsi;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import nl.samenkomst.spi.MeetingProvider;
import nl.samenkomst.spi.PluginWords;

/**
 * A room at a Jitsi Meet server that nobody can guess, made without an account: at meet.jit.si, or at the server whose address the
 * organiser gives.
 */
public final class JitsiProvider implements MeetingProvider {

    private static final PluginWords WORDS = PluginWords.beside(JitsiProvider.class);
    private static final URI PUBLIC_SERVER = URI.create("https://meet.jit.si/");
    private static final String PREFIX = "samenkomst-";
    private static final int ROOM_BYTES = 16;
    private static final Pattern ROOM = Pattern.compile(".*/(" + PREFIX + "[0-9a-f]{" + 2 * ROOM_BYTES + "})");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String id() {
        return "jitsi";
    }

    @Override
    public String name(Locale locale) {
        return WORDS.say(locale, "name");
    }

    @Override
    public boolean wantsAddress() {
        return false;
    }

    /** A room that was made before is kept, also when something else about it changes. */
    @Override
    public CompletionStage<Place> make(Wish wish) {
        var server = wish.given().orElse(PUBLIC_SERVER);
        if (!"https".equalsIgnoreCase(server.getScheme()) || server.getHost() == null) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "give the address of a Jitsi server, such as https://meet.example/, or none at all"));
        }
        var known = ROOM.matcher(String.valueOf(server.getPath()));
        return CompletableFuture.completedFuture(
                known.matches() ? new Place(server, Optional.of(known.group(1))) : fresh(server));
    }

    private static Place fresh(URI server) {
        var random = new byte[ROOM_BYTES];
        RANDOM.nextBytes(random);
        var room = PREFIX + HexFormat.of().formatHex(random);
        var path = String.valueOf(server.getPath());
        var folder = path.endsWith("/") ? path : path + "/";
        return new Place(server.resolve(folder + room), Optional.of(room));
    }
}
