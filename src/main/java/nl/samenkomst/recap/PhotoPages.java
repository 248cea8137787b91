package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.IfNoneMatch;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.NetworkShelf;

/** Photos of published recaps, from the database, which is all that nodes share; and the form by which whoever is on one has it taken away. */
public final class PhotoPages implements Feature {

    private static final String ONE = "/photos/:photo";
    private static final String REMOVE = ONE + "/remove";

    private final Pool pool;
    private final NetworkShelf networks;
    private final Photos photos;

    public PhotoPages(Pool pool, NetworkShelf networks, Photos photos) {
        this.pool = pool;
        this.networks = networks;
        this.photos = photos;
    }

    /**
     * The form, and what is said when it is sent.
     *
     * @param scope what its token is good for
     * @param error why it must be sent again, empty for nothing
     * @param done whether the photo is gone
     */
    record Removal(
            String path,
            int width,
            int height,
            String alt,
            String action,
            String scope,
            String error,
            String back,
            boolean done) {}

    @Override
    public void mount(Site site) {
        site.get(ONE, Anyone.visiting(PhotoTarget.PHOTO), this::photo);
        site.get(REMOVE, Anyone.visiting(PhotoTarget.PHOTO), (visit, photo) -> form(visit, photo, "", false));
        site.post(REMOVE, Anyone.visiting(PhotoTarget.PHOTO), this::remove);
    }

    private Future<Reply> photo(Visit visit, Photo photo) {
        return bytes(pool, visit, photo.id(), photo.digest())
                .map(reply -> reply.with("Cache-Control", RecapPages.KEPT));
    }

    /** The picture itself, unless the visitor has it. */
    static Future<Reply> bytes(Pool pool, Visit visit, UUID id, String digest) {
        return new PhotoStore(pool)
                .bytes(id)
                .map(found -> found.orElseThrow(() -> new NotFound("photo")))
                .map(stored ->
                        IfNoneMatch.answer(visit, Reply.bytes(stored.type(), stored.bytes()), "\"" + digest + "\""));
    }

    private Future<Reply> remove(Visit visit, Photo photo) {
        var token = visit.form().get("token");
        if (!visit.site()
                .tokens()
                .judge(scope(photo), token == null ? "" : token)
                .good()) {
            return form(visit, photo, "recap.remove.again", false).map(page -> page.status(422));
        }
        return photos.ask(photo).compose(done -> form(visit, photo, "", true));
    }

    private static String scope(Photo photo) {
        return "photo removal " + photo.id();
    }

    private Future<Reply> form(Visit visit, Photo photo, String error, boolean done) {
        return new EventStore(pool)
                .find(photo.event())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .compose(event -> networks.of(event.network()).map(housed -> {
                    var frame = housed.frame(Optional.of(event.contact()), "");
                    return page(visit, photo, error, done, frame, "/events/" + event.slug() + "/recap");
                }));
    }

    private static Reply page(Visit visit, Photo photo, String error, boolean done, Frame frame, String back) {
        var words = visit.site().languages().in(visit.language(frame.languages()));
        var title = words.say(done ? "recap.remove.done" : "recap.remove");
        var shown = new Removal(
                RecapShown.Addresses.PUBLIC.photo(photo),
                photo.width(),
                photo.height(),
                photo.alt(),
                "/photos/" + photo.id() + "/remove",
                scope(photo),
                error.isEmpty() ? "" : words.say(error),
                back,
                done);
        var titled = frame.titled(error.isEmpty() ? title : words.say("frame.fault", title));
        return Reply.page(titled.hidden().styled("lookback"), "recap/photo-remove", shown)
                .personal();
    }
}
