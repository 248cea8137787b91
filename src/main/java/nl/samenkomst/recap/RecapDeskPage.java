package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;

/** The page on which a recap is made: its words, photos and files, and the buttons. Shown again after whatever was not taken. */
final class RecapDeskPage {

    /** The form with the words; the others are named after what they are about. */
    static final String WORDS = "words";

    static final String FILE = "file";

    private final Pool pool;
    private final RecapReading reading;
    private final Recaps recaps;
    private final Formats formats;
    private final Clock clock;

    RecapDeskPage(Pool pool, RecapReading reading, Recaps recaps, Formats formats, Clock clock) {
        this.pool = pool;
        this.reading = reading;
        this.recaps = recaps;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param path of the page itself, under which its forms are sent
     * @param hindrance why it cannot be published, empty where it can
     * @param since when it was published, empty where it is not
     * @param mail what the box says by which those who came are mailed; empty where nobody is to be
     * @param told that they were, and when
     * @param waiting how many photos are hidden because somebody asked
     */
    record Page(
            DeskTop top,
            EventTop head,
            String path,
            String publicPath,
            String news,
            Optional<FormShown.Wrong> wrong,
            Optional<FormShown.Stale> stale,
            FormShown.Post post,
            List<RecapSheet.Tongue> tongues,
            List<RecapSheet.Choice> quotes,
            List<PhotoCard> photos,
            Upload upload,
            List<FileRow> files,
            FileUpload fileUpload,
            String hindrance,
            String since,
            String backToken,
            String mail,
            String told,
            boolean mailing,
            int waiting,
            RecapShown shown) {}

    /** A photo with its forms. */
    record PhotoCard(
            String id,
            String path,
            int width,
            int height,
            String alt,
            String action,
            String token,
            List<Field> fields,
            boolean first,
            boolean ready,
            boolean asked,
            String keptBecause,
            String because,
            String error) {}

    /** The form for a new photo; {@code room} while there may be more. */
    record Upload(
            String action, String token, int most, List<Field> fields, String error, boolean open, boolean room) {}

    record FileRow(RecapShown.File file, String action, String token) {}

    record FileUpload(String action, String token, int most, String name, String error, boolean room) {}

    Future<Reply> shown(Visit visit, Admitted<Event> one, Optional<Again> again) {
        var event = one.thing();
        var head = EventTop.read(pool, formats, event, one.caller(), visit, EventTop.Page.RECAP, clock.instant());
        var from = reading.draft(event);
        var photos = new PhotoStore(pool).of(event.id());
        var came = new CameStore(pool).count(event.id());
        return Future.all(head, from, photos, came)
                .map(done ->
                        new Read(event, one.caller(), head.result(), from.result(), photos.result(), came.result()))
                .map(read -> page(visit, read, again));
    }

    /** After a refusal that the page can tell of. */
    Future<Reply> again(Visit visit, Admitted<Event> one, Throwable failure, String form, JsonObject typed) {
        return Again.after(failure, form, typed).compose(told -> shown(visit, one, Optional.of(told)));
    }

    private record Read(
            Event event, Caller caller, EventTop head, RecapReading.Gathered from, List<Photo> photos, int came) {

        String path() {
            return EventTop.Page.RECAP.of(event);
        }
    }

    private Reply page(Visit visit, Read read, Optional<Again> again) {
        var words = Workspace.words(read.caller(), visit);
        var frame = Workspace.frame(
                read.caller(), words.say("recap.desk.title", read.head().facts().title()));
        return Again.page(again, frame, words, "recap/desk", model(visit, read, again, words));
    }

    private Page model(Visit visit, Read read, Optional<Again> again, Words words) {
        var recap = read.from().recap();
        var spoken = visit.site().languages();
        var languages = RecapSheet.languages(read.event(), read.caller().organisation());
        var saved = RecapSheet.json(read.event(), read.from(), spoken);
        var typed = again.filter(one -> one.form().equals(WORDS));
        var values = typed.map(Again::typed).orElse(saved);
        var faults = again.map(Again::faults).orElse(List.of());
        var tongues = RecapSheet.tongues(values, languages, faults, words);
        var moments = new Moments(words, read.event().zone());
        return new Page(
                Workspace.top(read.caller(), visit, Workspace.Part.EVENTS),
                read.head(),
                read.path(),
                "/events/" + read.event().slug() + "/recap",
                again.isEmpty() ? news(visit, words) : "",
                again.flatMap(one -> one.wrong(words)),
                typed.filter(Again::stale)
                        .map(one -> RecapSheet.stale(RecapSheet.tongues(saved, languages, List.of(), words), tongues)),
                new FormShown.Post(read.path(), token(visit, read, read.path()), recap.version(), ""),
                tongues,
                RecapSheet.quotes(read.from().quotes(), values),
                read.photos().stream()
                        .map(photo -> card(visit, read, photo, again, words))
                        .toList(),
                upload(visit, read, again, words),
                read.from().downloads().stream()
                        .map(file -> row(visit, read, file, words))
                        .toList(),
                fileUpload(visit, read, again, words),
                recaps.hindrance(read.event()).map(words::say).orElse(""),
                recap.published().map(moments::date).orElse(""),
                token(visit, read, read.path() + "/take-back"),
                recap.told().isEmpty() && read.came() > 0 ? words.say("recap.mail", read.came()) : "",
                recap.told()
                        .map(at -> words.say("recap.told", moments.date(at)))
                        .orElse(""),
                typed.isEmpty() || typed.get().typed().containsKey("mail"),
                (int) read.photos().stream()
                        .filter(photo -> photo.asked().isPresent())
                        .count(),
                RecapShown.of(read.event(), read.from(), words, staffAddresses(read.event())));
    }

    private static String news(Visit visit, Words words) {
        return visit.query("done")
                .filter(done -> words.has("recap.done." + done))
                .map(done -> words.say("recap.done." + done))
                .orElse("");
    }

    private static String token(Visit visit, Read read, String action) {
        return read.caller().formToken(visit.links(), action);
    }

    /** Staff see photos and files before they are published. */
    static RecapShown.Addresses staffAddresses(Event event) {
        var path = EventTop.Page.RECAP.of(event);
        return new RecapShown.Addresses(path + "/photos/", path + "/downloads/", Optional.of(path));
    }

    private static PhotoCard card(Visit visit, Read read, Photo photo, Optional<Again> again, Words words) {
        var id = photo.id().toString();
        var action = read.path() + "/photos/" + id;
        var typed = again.filter(one -> one.form().equals(id));
        var faults = typed.map(Again::faults).orElse(List.of());
        return new PhotoCard(
                id,
                staffAddresses(read.event()).photo(photo),
                photo.width(),
                photo.height(),
                photo.alt(),
                action,
                token(visit, read, action),
                PhotoForm.fields(typed.map(Again::typed).orElse(PhotoForm.json(photo)), id, faults, words),
                photo.equals(read.photos().get(0)),
                photo.ready(),
                photo.asked().isPresent(),
                photo.keptBecause().orElse(""),
                typed.map(one -> one.typed().getString("because", "")).orElse(""),
                error("because-" + id, faults, words));
    }

    private static Upload upload(Visit visit, Read read, Optional<Again> again, Words words) {
        var action = read.path() + "/photos";
        var typed = again.filter(one -> one.form().equals(PhotoForm.NEW));
        var faults = typed.map(Again::faults).orElse(List.of());
        return new Upload(
                action,
                token(visit, read, action),
                PhotosDesk.MOST_BYTES,
                PhotoForm.fields(typed.map(Again::typed).orElseGet(JsonObject::new), PhotoForm.NEW, faults, words),
                error("photo-new", faults, words),
                typed.isPresent(),
                read.photos().size() < Photos.MOST);
    }

    private static FileRow row(Visit visit, Read read, Download file, Words words) {
        var action = read.path() + "/downloads/" + file.id();
        return new FileRow(
                RecapShown.file(file, words, staffAddresses(read.event())), action, token(visit, read, action));
    }

    private static FileUpload fileUpload(Visit visit, Read read, Optional<Again> again, Words words) {
        var action = read.path() + "/downloads";
        var typed = again.filter(one -> one.form().equals(FILE));
        return new FileUpload(
                action,
                token(visit, read, action),
                DownloadsDesk.MOST_BYTES,
                typed.map(one -> one.typed().getString("name", "")).orElse(""),
                error("file", typed.map(Again::faults).orElse(List.of()), words),
                read.from().downloads().size() < DownloadsDesk.MOST);
    }

    private static String error(String field, List<Fault> faults, Words words) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .map(fault -> words.say(fault.text(), fault.values()))
                .orElse("");
    }
}
