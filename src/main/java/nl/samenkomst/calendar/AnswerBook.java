package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.registration.AnswerRound;
import nl.samenkomst.registration.Answering;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.Registrations;

/**
 * Counts what calendars answered, many answers in one transaction with all that follows from them, each as if the ones before it were
 * long done.
 */
final class AnswerBook {

    private final Registrations registrations;
    private final Correspondence correspondence;
    private final Outbox outbox;

    AnswerBook(Registrations registrations, Correspondence correspondence, Outbox outbox) {
        this.registrations = registrations;
        this.correspondence = correspondence;
        this.outbox = outbox;
    }

    /** An answer of which we know whose it is. */
    record Known(Message message, Heard.Answer answer, UUID registration, UUID event) {}

    /** An answer, and what is to come of it. */
    private record Judged(Known known, Answering answering, Judgement judgement, Finding finding) {

        /** Whether more follows than a note. */
        boolean decides() {
            return finding == Finding.DECLINED || finding == Finding.NOT_BACK || finding == Finding.STALE;
        }

        boolean noted() {
            return finding == Finding.ACCEPTED || finding == Finding.TENTATIVE;
        }

        ReplyLine line() {
            var one = judgement.registration();
            var line = ReplyLine.of(
                            known.message().hash(),
                            known.message().source(),
                            known.answer().method(),
                            finding,
                            Optional.empty(),
                            judgement.now())
                    .about(one.organisation(), Optional.of(one.event()), Optional.of(one.id()));
            return one.email().isEmpty() ? line : line.saying(judgement.answer(), judgement.said(), judgement.stamp());
        }
    }

    /** What came of each, by the hash of its message; all of it or nothing. */
    Future<Map<Buffer, Finding>> count(List<Known> answers) {
        var events = answers.stream().map(Known::event).distinct().toList();
        return registrations.answered(events, round -> counted(round, answers)).map(judged -> judged.stream()
                .collect(toMap(one -> one.known().message().hash(), Judged::finding)));
    }

    private Future<List<Judged>> counted(AnswerRound round, List<Known> answers) {
        return answers.isEmpty()
                ? Future.succeededFuture(List.of())
                : judged(round, atOnce(answers)).compose(done -> settled(round, done)
                        .compose(kept -> counted(round, answers.subList(done.size(), answers.size())))
                        .map(rest -> joined(done, rest)));
    }

    /** The first, as many as are about one registration each: the second about the same is judged by the first. */
    private static List<Known> atOnce(List<Known> answers) {
        var whose = answers.stream().map(Known::registration).toList();
        int number = 1;
        while (number < whose.size() && !whose.subList(0, number).contains(whose.get(number))) {
            number++;
        }
        return answers.subList(0, number);
    }

    /** So far as none that decides something stands before another: a seat that it frees may be another's. */
    private Future<List<Judged>> judged(AnswerRound round, List<Known> answers) {
        var ids = answers.stream().map(Known::registration).toList();
        var standing = round.standing(ids);
        var invites = new InviteStore(round.tx()).findAll(ids);
        var earlier = new ReplyStore(round.tx()).earlier(ids);
        return Future.all(standing, invites, earlier).map(all -> {
            var people = standing.result().stream().collect(toMap(Registration::id, identity()));
            var calendars = invites.result().stream().collect(toMap(Invite::registration, identity()));
            var judged = new ArrayList<Judged>();
            for (var one : answers) {
                judged.add(judged(
                        one,
                        round.of(there(people, one, "registration")),
                        there(calendars, one, "invite"),
                        earlier.result().getOrDefault(one.registration(), List.of())));
                if (judged.get(judged.size() - 1).decides()) {
                    break;
                }
            }
            return judged;
        });
    }

    private static <T> T there(Map<UUID, T> all, Known one, String what) {
        return Optional.ofNullable(all.get(one.registration())).orElseThrow(() -> new NotFound(what));
    }

    private Judged judged(Known one, Answering answering, Invite invite, List<ReplyStore.Earlier> earlier) {
        var judgement = new Judgement(
                one.answer(), answering.registration(), invite, answering.late(), earlier, answering.now());
        return new Judged(one, answering, judgement, judgement.finding(correspondence));
    }

    private Future<Void> settled(AnswerRound round, List<Judged> judged) {
        var notes = judged.stream()
                .filter(Judged::noted)
                .collect(toMap(
                        one -> one.known().registration(),
                        one -> one.finding().code(),
                        (one, other) -> other,
                        HashMap::new));
        return round.note(notes)
                .compose(noted -> follow(judged.get(judged.size() - 1)))
                .compose(done -> new ReplyStore(round.tx())
                        .keep(judged.stream().map(Judged::line).toList()));
    }

    private Future<Void> follow(Judged last) {
        return switch (last.finding()) {
            case DECLINED -> last.answering().decline();
            case NOT_BACK ->
                toldLately(last) ? Future.succeededFuture() : last.answering().tellNotBack();
            case STALE -> toldLately(last) ? Future.succeededFuture() : again(last);
            default -> Future.succeededFuture();
        };
    }

    private static boolean toldLately(Judged one) {
        return one.judgement().toldLately(one.finding());
    }

    /** How it is now, unless that is on its way already. */
    private Future<Void> again(Judged one) {
        var invite = one.judgement().invite();
        var answering = one.answering();
        return invite.sentSequence().equals(Optional.of(invite.sequence()))
                ? outbox.enqueue(
                        answering.tx(),
                        List.of(Invites.letter(answering.registration(), invite, Tidings.AGAIN, answering.now())))
                : Future.succeededFuture();
    }

    private static <T> List<T> joined(List<T> some, List<T> rest) {
        var all = new ArrayList<>(some);
        all.addAll(rest);
        return all;
    }
}
