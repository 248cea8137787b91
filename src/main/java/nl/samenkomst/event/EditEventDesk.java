package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Sheets.Filled;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.meeting.Providers;
import org.jspecify.annotations.Nullable;

/**
 * Changes one event on one page. What nobody sees yet is saved at once; what people counted on is shown first, with who would hear of
 * it. Who was overtaken by another organiser is told what changed, and keeps what they typed.
 */
public final class EditEventDesk implements Feature {

    private static final String EDIT = EventsDesk.PATH + "/:event/edit";

    private final EventDeeds deeds;
    private final Sheets sheets;
    private final ChangePages changes;
    private final StalePages stale;
    private final SeatLoss loss;

    /** What it is made of. */
    public EditEventDesk(
            EventDeeds deeds,
            Formats formats,
            Providers providers,
            LetterPreview letters,
            SeatHolders holders,
            Clock clock) {
        this.deeds = deeds;
        this.sheets = new Sheets(deeds.pool(), formats, providers, clock);
        this.changes = new ChangePages(sheets, letters);
        this.stale = new StalePages(sheets);
        this.loss = new SeatLoss(deeds.pool(), holders);
    }

    /** A form that came in, beside the event as it stands. */
    record Sent(
            Visit visit,
            Caller caller,
            Event event,
            Typed current,
            Typed typed,
            String deed,
            long version,
            String base) {

        Sent with(Typed other) {
            return new Sent(visit, caller, event, current, other, deed, version, base);
        }

        Filled filled() {
            return Filled.with(Optional.of(event), typed, base);
        }
    }

    @Override
    public void mount(Site site) {
        var planning = Staff.of(EventTarget.EVENT, Role.ORGANISER);
        site.get(EDIT, planning, this::show);
        site.post(EDIT, planning, Sheets.BODY, this::sent);
        for (var wish : MoveWish.values()) {
            site.get(EventsDesk.PATH + "/:event/" + wish.path(), planning, (visit, one) -> moved(visit, one, wish));
        }
    }

    private Future<Typed> current(Event event) {
        if (event.cancelled()) {
            throw Refusal.of(409, "cancelled", "event.api.cancelled");
        }
        return EventNames.of(deeds.pool(), List.of(event)).map(names -> TypedEvent.of(event, names));
    }

    private Future<Reply> show(Visit visit, Admitted<Event> one) {
        return current(one.thing())
                .compose(typed -> page(
                        visit, one.caller(), Filled.with(Optional.of(one.thing()), typed, TypedGroups.marks(typed))));
    }

    private Future<Reply> page(Visit visit, Caller caller, Filled filled) {
        return sheets.page(visit, caller, path(filled.event().orElseThrow()), filled);
    }

    static String path(Event event) {
        return EventTop.Page.CHANGE.of(event);
    }

    /** The quick way: all go online, or back into the room, shown before it is done. */
    private Future<Reply> moved(Visit visit, Admitted<Event> one, MoveWish wish) {
        var event = one.thing();
        if (!event.published() || !wish.possible(event, sheets.formats())) {
            throw Refusal.of(409, "way", "event.desk.noWay");
        }
        return current(event).compose(typed -> {
            var base = TypedGroups.marks(typed);
            var wanted =
                    TypedMove.of(typed, wish.gathering(event, sheets.formats()).orElseThrow(), sheets.providers());
            return asked(new Sent(visit, one.caller(), event, typed, wanted, "look", event.version(), base));
        });
    }

    /** Whoever only looks changes nothing, also where nobody would notice. */
    private Future<Reply> asked(Sent sent) {
        return deeds.events()
                .preview(deeds.pool(), sent.event().id(), patch(sent, new Faults()))
                .compose(preview -> changes.page(sent, preview));
    }

    private Future<Reply> sent(Visit visit, Admitted<Event> one) {
        var form = visit.form();
        var event = one.thing();
        return current(event)
                .compose(current -> act(new Sent(
                        visit,
                        one.caller(),
                        event,
                        current,
                        Typed.of(form),
                        Optional.ofNullable(form.get("do")).orElse("save"),
                        version(form.get("version")),
                        Optional.ofNullable(form.get("base")).orElse(""))));
    }

    private static long version(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private Future<Reply> act(Sent sent) {
        var press = TypedRows.Press.of(sent.deed());
        if (press.isPresent()) {
            var after = sent.with(TypedRows.pressed(sent.typed(), press.get()));
            return page(
                    sent.visit(),
                    sent.caller(),
                    after.filled().opening(press.get().list()));
        }
        if (sent.version() != sent.event().version()) {
            return stale.page(sent);
        }
        return switch (sent.deed()) {
            case "count", "back" -> page(sent.visit(), sent.caller(), sent.filled());
            case "mine" -> saved(StalePages.mine(sent));
            case "theirs" -> saved(StalePages.theirs(sent));
            default -> sent.deed().startsWith("fit:") ? saved(SeatLoss.fitted(sent)) : saved(sent);
        };
    }

    /** A draft at once; what is public only after a look at who would hear of it. */
    private Future<Reply> saved(Sent sent) {
        return sent.event().draft() || sent.deed().equals("apply") ? written(sent) : shown(sent);
    }

    private Future<Reply> shown(Sent sent) {
        var unread = new Faults();
        var patch = patch(sent, unread);
        if (!unread.none()) {
            return refusedAgain(sent, unread, patch);
        }
        return deeds.events()
                .preview(deeds.pool(), sent.event().id(), patch)
                .compose(preview ->
                        changes.touches(preview) || changes.asks(sent) ? changes.page(sent, preview) : written(sent))
                .recover(failure -> typedAgain(sent, unread, failure));
    }

    private Future<Reply> refusedAgain(Sent sent, Faults unread, JsonObject patch) {
        return deeds.events()
                .preview(deeds.pool(), sent.event().id(), patch)
                .compose(sound -> typedAgain(sent, unread, Refusal.invalid(unread.list())))
                .recover(failure -> typedAgain(sent, unread, failure));
    }

    private Future<Reply> written(Sent sent) {
        var unread = new Faults();
        var patch = patch(sent, unread);
        var event = sent.event();
        var publish = sent.deed().equals("publish");
        var done = publish
                ? deeds.changeAndPublish(sent.caller(), event, patch, sent.version())
                : deeds.change(sent.caller(), event, patch, sent.version());
        var news = publish ? "published" : sent.deed().equals("apply") || event.draft() ? "saved" : "same";
        return done.map(changed -> Reply.seeOther(EventTop.Page.OVERVIEW.of(changed) + "?done=" + news)
                        .personal())
                .recover(failure -> typedAgain(sent, unread, failure));
    }

    /** Only what is typed otherwise than it stands. */
    private JsonObject patch(Sent sent, Faults unread) {
        var now = TypedJson.of(sent.current(), sheets.providers(), new Faults());
        var wanted = TypedJson.of(sent.typed(), sheets.providers(), unread);
        var patch = new JsonObject();
        wanted.fieldNames().stream()
                .filter(field -> !Objects.equals(wanted.getValue(field), now.getValue(field)))
                .forEach(field -> patch.put(field, wanted.getValue(field)));
        return patch;
    }

    private Future<Reply> typedAgain(Sent sent, Faults unread, Throwable failure) {
        if (!(failure instanceof Refusal refusal)) {
            return Future.failedFuture(failure);
        }
        if (refusal.type().equals("stale")) {
            return new EventStore(deeds.pool())
                    .find(sent.event().id())
                    .compose(now -> overtaken(sent, now.orElse(sent.event())));
        }
        if (refusal.faults().isEmpty()) {
            return Future.failedFuture(failure);
        }
        return loss.of(sent, refusal.faults())
                .compose(lost -> page(
                        sent.visit(),
                        sent.caller(),
                        Filled.with(Optional.of(sent.event()), sent.typed().withoutEmptyRows(), sent.base())
                                .wrong(unread.list(), refusal.faults(), lost)));
    }

    private Future<Reply> overtaken(Sent sent, Event now) {
        return current(now)
                .compose(current -> stale.page(new Sent(
                        sent.visit(),
                        sent.caller(),
                        now,
                        current,
                        sent.typed(),
                        sent.deed(),
                        sent.version(),
                        sent.base())));
    }
}
