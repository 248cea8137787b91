package nl.samenkomst.survey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.web.Renderer;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Sheet;

/**
 * The page that thanks people in the room, kept rendered with holes where their own words and the form tokens come: a whole room answers
 * at once. So what other rooms show there may bear the words, but not judge them.
 */
final class KeptThanks {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 500;
    private static final int SHORT = 200;

    private final Cache<Key, Sheet> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /** All that a kept page depends on. */
    private record Key(
            UUID survey,
            Optional<String> code,
            long event,
            long network,
            long organisation,
            Renderer.Reader reader,
            int words) {}

    /** Whether these words are shown everywhere as they are: long ones and those of several lines may be treated otherwise. */
    static boolean keeps(List<String> words) {
        return words.stream().allMatch(one -> one.length() <= SHORT && one.indexOf('\n') < 0);
    }

    /**
     * The page with these words in it.
     *
     * @param made makes it anew, with other words
     */
    Future<Reply> of(
            FeedbackPage.Guest guest,
            EventSources.Known known,
            List<String> words,
            Function<List<String>, Future<Reply>> made) {
        var site = guest.visit().site();
        var key = key(guest, known, words.size());
        var there = Optional.ofNullable(kept.getIfPresent(key));
        return there.map(Future::succeededFuture)
                .orElseGet(() -> made.apply(holes(words.size()))
                        .map(page -> sheet(site.renderer(), key, page))
                        .onSuccess(sheet -> kept.put(key, sheet)))
                .map(sheet -> {
                    var texts = new HashMap<String, String>();
                    for (int i = 0; i < words.size(); i++) {
                        texts.put(name(i), words.get(i));
                    }
                    return Reply.html(sheet.filled(site.tokens(), texts)).personal();
                });
    }

    private static Key key(FeedbackPage.Guest guest, EventSources.Known known, int words) {
        var organisation = known.housed().organisation();
        return new Key(
                guest.survey().id(),
                guest.survey().code(),
                guest.event().version(),
                known.housed().network().version(),
                organisation.version(),
                Renderer.Reader.of(guest.visit(), organisation.languages()),
                words);
    }

    private static List<String> holes(int words) {
        return IntStream.range(0, words).mapToObj(i -> Sheet.hole(name(i))).toList();
    }

    private static String name(int word) {
        return "words " + word;
    }

    private static Sheet sheet(Renderer renderer, Key key, Reply page) {
        var content = (Reply.Page) page.content();
        return renderer.sheet(content.template(), content.model(), content.frame(), key.reader());
    }
}
