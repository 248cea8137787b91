package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.mail.Overtaken;

/**
 * The letters of this room, which are those without a calendar part. Each is laid ready in the transaction that gives cause for it.
 *
 * <p>All of them carry {@code {"registration": id, "event": id}}. What they say is read when they are sent: the writer finds the
 * registration, and writes nothing where it no longer stands as the letter says. Letters about where one stands share the subject
 * {@code line:<registration>}, so the newest overtakes those that have not left.
 */
public final class Letters {

    /** You stand in line; status waitlisted. Counted while the address is a stranger's. */
    public static final String WAITING = "registration/waiting";
    /** You have a seat and stand in line for the other way; confirmed with {@code wants}. */
    public static final String WANTS = "registration/wants";
    /** A seat is kept for you until {@code offerUntil}: accept or decline on your own page; offered. */
    public static final String OFFER = "registration/offer";
    /** Your offer ran out and you stand at the end of the line; waitlisted. */
    public static final String OFFER_LAPSED = "registration/offer-lapsed";
    /** A second offer, or a choice, ran out: you are no longer registered; cancelled by no-choice. */
    public static final String NO_CHOICE = "registration/no-choice";
    /** A seat came free in the last hours: the first who presses the button has it; whoever stands in a line. */
    public static final String FREE_SEAT = "registration/free-seat";
    /** Your calendar said that you do not come: the seat is free, and how to have one again; cancelled by reply. */
    public static final String DECLINED = "registration/declined";
    /** Your calendar says that you come after all, and that alone gives no seat: how to have one again; cancelled by reply. */
    public static final String NOT_BACK = "registration/not-back";
    /** Somebody registered with your address again: how you stand, your link, and how to bring a colleague. Subject {@code known:<id>}; counted as above. */
    public static final String ALREADY_REGISTERED = "registration/already-registered";

    /** Your way of attending is gone and the other is full: wait for it, or leave, until {@code offerUntil}; choose, and never invited. */
    public static final String CHOOSE = "registration/choose";
    /** It does not take place; you had no invitation for your calendar. */
    public static final String CALLED_OFF = "registration/called-off";

    private final Outbox outbox;

    Letters(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Lays these ready, save those to people without an address. */
    Future<Void> send(SqlClient tx, List<Outgoing> letters) {
        return outbox.enqueue(
                tx, letters.stream().filter(one -> one.recipient().isPresent()).toList());
    }

    /**
     * Tells these people this in place of what they were to be told.
     *
     * @param due when; who was about to be told something else is told at once
     */
    Future<Void> instead(SqlClient tx, List<Registration> people, String letter, Instant due, Instant now) {
        return outbox.overtake(tx, people.stream().map(Letters::subject).toList())
                .compose(overtaken -> send(
                        tx,
                        people.stream()
                                .map(one -> about(one, letter, awaited(overtaken, one, now) ? now : due))
                                .toList()));
    }

    /** Tells it to whom heard otherwise, or was about to hear something: a letter that was not due yet is as if it never was. */
    Future<Void> again(SqlClient tx, List<Registration> people, String letter, Instant due, Instant now) {
        return outbox.overtake(tx, people.stream().map(Letters::subject).toList())
                .compose(overtaken -> send(
                        tx,
                        people.stream()
                                .filter(one -> !overtaken.containsKey(subject(one)) || awaited(overtaken, one, now))
                                .map(one -> about(one, letter, awaited(overtaken, one, now) ? now : due))
                                .toList()));
    }

    private static boolean awaited(Map<String, Overtaken> overtaken, Registration one, Instant now) {
        return Optional.ofNullable(overtaken.get(subject(one)))
                .filter(letter -> !letter.due().isAfter(now))
                .isPresent();
    }

    private static String subject(Registration one) {
        return "line:" + one.id();
    }

    /** Takes back what has not left yet, and forgets to whom the rest went: the person is erased. */
    Future<Void> forget(SqlClient tx, UUID registration) {
        return outbox.forget(tx, List.of("line:" + registration, "known:" + registration));
    }

    static Outgoing about(Registration one, String letter, Instant now) {
        return line(one, letter, false, now);
    }

    static Outgoing waiting(Registration one, boolean trusted, Instant now) {
        return line(one, WAITING, !trusted && one.email().isPresent(), now);
    }

    static Outgoing alreadyRegistered(Arrival again, Seen.Holder holder, Instant now) {
        return new Outgoing(
                Optional.of(again.organisation()),
                "known:" + holder.id(),
                0,
                ALREADY_REGISTERED,
                holder.language(),
                again.email(),
                ids(holder.id(), again.event()),
                !holder.trusted(),
                now);
    }

    private static Outgoing line(Registration one, String letter, boolean counted, Instant now) {
        return new Outgoing(
                Optional.of(one.organisation()),
                subject(one),
                0,
                letter,
                one.language(),
                one.email().map(EmailAddress::new),
                ids(one.id(), one.event()),
                counted,
                now);
    }

    private static JsonObject ids(UUID registration, UUID event) {
        return new JsonObject().put("registration", registration.toString()).put("event", event.toString());
    }
}
