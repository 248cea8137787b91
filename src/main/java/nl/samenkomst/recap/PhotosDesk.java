package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.UUID;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.image.Pictures;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Where photos of a gathering are sent in, described, put in order, put back after somebody had asked, or deleted. */
final class PhotosDesk implements Feature {

    /** What a photo may weigh as it comes from a telephone. */
    static final int MOST_BYTES = Pictures.Kind.PHOTO.bytes();

    /** With the rest of the form, and so that a photo somewhat too heavy is told of beside its field. */
    private static final int BODY = MOST_BYTES + 2 * 1024 * 1024;

    /** What it becomes: sharp at twice the width of a page's story, light on a telephone. */
    private static final Pictures.Bounds BOUNDS = new Pictures.Bounds(1_600, 450_000);

    private static final int REASON = 300;
    private static final String PHOTOS = RecapDesk.PATH + "/photos";

    private final Pool pool;
    private final RecapDeskPage page;
    private final Photos photos;
    private final Pictures pictures;

    PhotosDesk(Pool pool, RecapDeskPage page, Photos photos, Pictures pictures) {
        this.pool = pool;
        this.page = page;
        this.photos = photos;
        this.pictures = pictures;
    }

    @Override
    public void mount(Site site) {
        var writing = Staff.of(EventTarget.EVENT, Role.FACILITATOR);
        site.upload(PHOTOS, writing, BODY, this::add);
        site.post(PHOTOS + "/:photo", writing, this::act);
        site.get(PHOTOS + "/:photo", writing, this::show);
    }

    private Future<Reply> add(Visit visit, Admitted<Event> one) {
        var typed = PhotoForm.typed(visit.body());
        return Future.succeededFuture()
                .compose(start -> drawn(visit, typed, one))
                .map(done -> RecapDesk.to(one.thing(), "?done=photo#photos"))
                .recover(failure -> page.again(visit, one, failure, PhotoForm.NEW, typed));
    }

    /** The words first: they are judged at once, a picture takes a while. */
    private Future<Void> drawn(Visit visit, JsonObject typed, Admitted<Event> one) {
        var words = PhotoForm.read(typed, PhotoForm.NEW);
        var file = visit.file("photo").orElseThrow(() -> Refusal.invalid("photo-new", "error.image.none"));
        return pictures.drawn("photo-new", file, Pictures.Kind.PHOTO, BOUNDS)
                .compose(picture -> photos.add(one.caller(), one.thing(), picture, words));
    }

    private Future<Reply> act(Visit visit, Admitted<Event> one) {
        var id = Id.of(visit.path("photo")).orElseThrow(() -> new NotFound("photo"));
        var typed = PhotoForm.typed(visit.body());
        return Future.succeededFuture()
                .compose(start -> deed(visit.body().text("do").orElse("save"), id, typed, one))
                .map(done -> RecapDesk.to(one.thing(), "?done=photo-" + done + "#photos"))
                .recover(failure -> page.again(visit, one, failure, id.toString(), typed));
    }

    private Future<String> deed(String deed, UUID id, JsonObject typed, Admitted<Event> one) {
        var caller = one.caller();
        var event = one.thing();
        return switch (deed) {
            case "forward" -> photos.forward(caller, event, id).map("saved");
            case "delete" -> photos.delete(caller, event, id).map("deleted");
            case "back" -> photos.putBack(caller, event, id, because(typed, id)).map("back");
            default ->
                photos.describe(caller, event, id, PhotoForm.read(typed, id.toString()))
                        .map("saved");
        };
    }

    /** Somebody asked to take it away: whoever shows it all the same says why. */
    private static String because(JsonObject typed, UUID id) {
        var because = CleanText.line(typed.getString("because", ""));
        if (because.isEmpty()) {
            throw Refusal.invalid("because-" + id, "recap.photo.because.missing");
        }
        if (because.codePointCount(0, because.length()) > REASON) {
            throw Refusal.invalid("because-" + id, "error.field.long", REASON);
        }
        return because;
    }

    /** For staff, whether or not it may be shown to others. */
    private Future<Reply> show(Visit visit, Admitted<Event> one) {
        return new PhotoStore(pool)
                .of(one.thing().id())
                .map(all -> all.stream()
                        .filter(photo -> photo.id().toString().equals(visit.path("photo")))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("photo")))
                .compose(photo -> PhotoPages.bytes(pool, visit, photo.id(), photo.digest()))
                .map(Reply::personal);
    }
}
