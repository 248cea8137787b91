package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.calendar.CalendarEntry.Parties;
import nl.samenkomst.calendar.CalendarEntry.Party;
import nl.samenkomst.event.CalledOffStore;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.mail.CalendarPart;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.kit.mail.Written;
import nl.samenkomst.registration.Registration;

/** Puts a letter and its invitation together, for one person, in their language. */
final class Composer {

    private final InviteLetters.Means means;
    private final Together together;
    private final CalledOffStore calledOff;
    private final WorkerExecutor workers;
    private final Backdrops backdrops;

    /** @param workers for the writing itself, which takes a millisecond, and the first time in a process half a second */
    Composer(InviteLetters.Means means, Together together, CalledOffStore calledOff, WorkerExecutor workers) {
        this.means = means;
        this.together = together;
        this.calledOff = calledOff;
        this.workers = workers;
        this.backdrops = new Backdrops(means.correspondence().links());
    }

    /** All that goes into one letter. */
    private record Ingredients(
            OutboxRow row,
            Tidings tidings,
            Frozen frozen,
            Registration registration,
            Occasion occasion,
            EmailAddress to,
            Optional<String> message,
            Words words) {

        Shown shown() {
            return Shown.of(occasion.event(), frozen.attendance());
        }

        /** What the calendar shows by it; empty where that is nothing any more. */
        Optional<Shown> told() {
            return Optional.of(shown()).filter(one -> tidings.wanted() == Invite.Wanted.REQUEST);
        }

        Difference difference() {
            return Difference.between(frozen.was(), shown());
        }
    }

    /** The letter; empty when the registration or the gathering is gone, or there is nobody to send it to. */
    Future<Optional<Letter>> letter(OutboxRow row, Tidings tidings, Frozen frozen) {
        var registration = together.registration(UUID.fromString(row.ids().getString("registration")));
        var occasion = together.occasion(UUID.fromString(row.ids().getString("event")));
        var message = message(row, tidings);
        return Future.all(registration, occasion, message)
                .map(all -> registration.result().flatMap(one -> occasion.result()
                        .flatMap(found -> to(row, one)
                                .map(to -> new Ingredients(
                                        row, tidings, frozen, one, found, to, message.result(), words(row))))))
                .compose(this::kept)
                .compose(there -> workers.executeBlocking(() -> there.map(this::letter), false));
    }

    /** Only the end of an invitation may bear the organiser's words. */
    private Future<Optional<String>> message(OutboxRow row, Tidings tidings) {
        return tidings.wanted() == Invite.Wanted.CANCEL
                ? calledOff.message(UUID.fromString(row.ids().getString("event")))
                : Future.succeededFuture(Optional.empty());
    }

    /** What this very letter shows is what the next is compared with: where the gathering changed since it was frozen, that is anew. */
    private Future<Optional<Ingredients>> kept(Optional<Ingredients> there) {
        return there.filter(from -> !from.frozen().shown().equals(Optional.of(Shown.mark(from.told()))))
                .map(from -> together.shows(new LeavingStore.Telling(
                                from.registration().id(), from.row().sequence(), from.told()))
                        .map(there))
                .orElseGet(() -> Future.succeededFuture(there));
    }

    /** Who was erased is told at the address that the outbox kept. */
    private static Optional<EmailAddress> to(OutboxRow row, Registration registration) {
        return row.recipient().or(() -> registration.email().flatMap(EmailAddress::typed));
    }

    private Words words(OutboxRow row) {
        return means.languages().in(row.language());
    }

    private Letter letter(Ingredients from) {
        var correspondence = means.correspondence();
        var sender = correspondence.from(from.occasion().housed().organisation());
        var backdrop = backdrops.of(from.occasion(), from.frozen().attendance(), from.words());
        var letter = Letter.of(from.row(), sender, from.to(), written(from, backdrop.values()))
                .inviting(invitation(from, backdrop.entry()));
        return correspondence
                .answers(from.registration().id(), from.occasion().event().contact())
                .map(letter::answeredTo)
                .orElse(letter);
    }

    private Written written(Ingredients from, Map<String, String> alike) {
        var housed = from.occasion().housed();
        var values = new HashMap<>(alike);
        values.putAll(
                LetterValues.ofStanding(from.registration(), from.occasion().event(), from.words()));
        values.put("heard", means.correspondence().heard() ? "yes" : "");
        values.putAll(from.difference().values(from.words()));
        values.put("message", from.message().orElse(""));
        return means.templates()
                .write(
                        template(from).letter(),
                        from.row().language(),
                        new Letterhead(housed.organisation().name(), "#" + housed.accent()),
                        values,
                        LetterValues.ofPerson(
                                from.registration(), means.correspondence().links()));
    }

    /** Somebody who switched before they heard of a change is told of both. */
    private static Tidings template(Ingredients from) {
        return from.tidings() == Tidings.SWITCHED && from.difference().moreThanWay() ? Tidings.CHANGED : from.tidings();
    }

    private CalendarPart invitation(Ingredients from, Entries.Told told) {
        var contact = from.occasion().event().contact();
        var registration = from.registration();
        var entry = Entries.mailed(
                from.tidings().method(),
                new Entries.Key(
                        from.frozen().uid(),
                        from.row().sequence(),
                        from.frozen().stamp()),
                told,
                new Parties(
                        means.correspondence().organizer(registration.id(), contact),
                        new Party(registration.name().orElse(""), from.to().text())));
        return new CalendarPart(entry.method().name(), new String(InviteWriter.write(entry), UTF_8));
    }
}
