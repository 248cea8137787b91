package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.account.Workspace.Setting;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.image.Picture;
import nl.samenkomst.kit.image.Pictures;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.Fields;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.FormShown.Group;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.IfMatch;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Where an owner says how their organisation shows itself: its name, logo and colour, whom to call, its letters, who may embed it. */
public final class OrganisationDesk implements Feature {

    private static final String PATH = "/organise/organisation";
    private static final String LOGO = PATH + "/logo";
    private static final String NO_LOGO = LOGO + "/remove";

    /** The two forms of the page; the second is its field too. */
    private static final String DETAILS = "details";

    private static final String PICTURE = "logo";

    /** What a logo may be: the longer side in pixels, all of it in bytes. */
    private static final Pictures.Bounds BOUNDS = new Pictures.Bounds(512, 100_000);

    private final Pool pool;
    private final Pictures pictures;

    public OrganisationDesk(Pool pool, Pictures pictures) {
        this.pool = pool;
        this.pictures = pictures;
    }

    /** The page. */
    record Page(DeskTop top, List<DeskTop.Tab> settings, boolean saved, FormShown form, LogoForm logo) {}

    /**
     * The logo, and the forms that change it.
     *
     * @param error what is wrong with the file that was sent
     */
    record LogoForm(
            Optional<Frame.Logo> now,
            String name,
            String action,
            String token,
            String dropAction,
            String dropToken,
            String error,
            Optional<FormShown.Wrong> wrong) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.in(Role.OWNER), (visit, caller) -> shown(visit, caller, Optional.empty()));
        site.post(PATH, Staff.in(Role.OWNER), this::change);
        site.upload(LOGO, Staff.in(Role.OWNER), this::logo);
        site.post(NO_LOGO, Staff.in(Role.OWNER), this::dropLogo);
    }

    private Future<Reply> change(Visit visit, Caller caller) {
        var typed = OrganisationForm.typed(visit.body());
        return pool.withTransaction(tx -> new Organisations(tx)
                        .change(caller.organisation().id(), typed, version -> IfMatch.typed(visit, version))
                        .compose(after -> new AuditStore(tx)
                                .note(caller, "organisation.change", after.id().toString())))
                .map(done -> done(caller))
                .recover(failure -> again(visit, caller, Again.after(failure, DETAILS, typed)));
    }

    private Future<Reply> logo(Visit visit, Caller caller) {
        return visit.file(PICTURE)
                .map(file -> pictures.drawn(PICTURE, file, BOUNDS))
                .orElseGet(() -> Future.failedFuture(Refusal.invalid(PICTURE, "error.image.none")))
                .compose(picture -> written(caller, Optional.of(picture), "organisation.logo"))
                .recover(failure -> again(visit, caller, Again.after(failure, PICTURE, new JsonObject())));
    }

    private Future<Reply> dropLogo(Visit visit, Caller caller) {
        return written(caller, Optional.empty(), "organisation.logo.remove");
    }

    private Future<Reply> written(Caller caller, Optional<Picture> picture, String verb) {
        var id = caller.organisation().id();
        return pool.withTransaction(
                        tx -> new Organisations(tx).logo(id, picture).compose(done -> new AuditStore(tx)
                                .note(caller, verb, id.toString())))
                .map(done -> done(caller));
    }

    private static Reply done(Caller caller) {
        return Reply.seeOther(Setting.ORGANISATION.of(caller) + "&done=saved").personal();
    }

    private Future<Reply> again(Visit visit, Caller caller, Future<Again> again) {
        return again.compose(one -> shown(visit, caller, Optional.of(one)));
    }

    private Future<Reply> shown(Visit visit, Caller caller, Optional<Again> again) {
        return new OrganisationStore(pool)
                .find(caller.organisation().id())
                .map(found -> found.orElseThrow(() -> new NotFound("organisation")))
                .map(now -> page(visit, caller, now, again));
    }

    private static Reply page(Visit visit, Caller caller, Organisation now, Optional<Again> again) {
        var words = Workspace.words(caller, visit);
        var frame = Workspace.frame(caller, words.say("account.organisation"));
        var page = new Page(
                Workspace.top(caller, visit, Part.SETTINGS),
                Workspace.settings(caller, visit, Setting.ORGANISATION),
                again.isEmpty() && visit.query("done").filter("saved"::equals).isPresent(),
                form(visit, caller, now, again.filter(one -> one.form().equals(DETAILS)), words),
                logoForm(visit, caller, now, again.filter(one -> one.form().equals(PICTURE)), words));
        return Again.page(again, frame, words, "account/organisation", page);
    }

    private static FormShown form(Visit visit, Caller caller, Organisation now, Optional<Again> again, Words words) {
        var post = new FormShown.Post(
                Setting.ORGANISATION.of(caller),
                caller.formToken(visit.links(), PATH),
                now.version(),
                words.say("account.organisation.save"));
        return FormShown.of(
                post, OrganisationForm.json(now), again, words, "account.organisation", OrganisationDesk::groups);
    }

    private static List<Group> groups(Fields fields) {
        var words = fields.words();
        return List.of(
                new Group(
                        "",
                        "",
                        List.of(
                                fields.needed("name", "text"),
                                fields.colour("accent", "0b5c63"),
                                fields.choice("language", "one", Languages.TAGS),
                                fields.choice("languages", "several", Languages.TAGS))),
                group("contact", words, ContactForm.fields(fields)),
                group("letters", words, List.of(fields.line("sender", "text"), fields.line("replyTo", "email"))),
                group("embed", words, List.of(fields.line("embedders", "prose"))));
    }

    private static Group group(String name, Words words, List<Field> fields) {
        var key = "account.organisation.group." + name;
        return new Group(words.say(key), words.say(key + ".text"), fields);
    }

    private static LogoForm logoForm(Visit visit, Caller caller, Organisation now, Optional<Again> again, Words words) {
        var query = "?organisation=" + now.slug();
        var error = again.map(one -> one.faults().get(0)).map(fault -> words.say(fault.text(), fault.values()));
        return new LogoForm(
                Frames.logo(now),
                now.name(),
                LOGO + query,
                caller.formToken(visit.links(), LOGO),
                NO_LOGO + query,
                caller.formToken(visit.links(), NO_LOGO),
                error.orElse(""),
                again.flatMap(one -> one.wrong(words)));
    }
}
