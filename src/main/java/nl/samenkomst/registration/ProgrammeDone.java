package nl.samenkomst.registration;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Reply;

/**
 * The page that answers a programme's form: how one stands with each session.
 *
 * @param waiting whether they have no seat anywhere
 * @param lead up to the name
 */
record ProgrammeDone(boolean waiting, String title, String lead, String name, Done.Address address, List<Row> rows) {

    /**
     * A session.
     *
     * @param look {@code ok}, {@code wait} or {@code off}, with its sign
     * @param said how they stand with it
     */
    record Row(EventFacts facts, String place, String look, String sign, String said) {}

    /** A session, and what came of registering for it. */
    record Result(ProgrammeForm.Choice choice, Outcome outcome) {

        Optional<Outcome.Why> refused() {
            return outcome instanceof Outcome.Refused refused ? Optional.of(refused.why()) : Optional.empty();
        }
    }

    static Reply reply(ProgrammeSheet.Offer offer, ProgrammeForm form, List<Result> results) {
        var done = of(form, results, offer.words());
        var frame = offer.housed().frame(Optional.empty(), done.title()).hidden();
        return Reply.page(frame, "registration/programme-done", done).personal();
    }

    private static ProgrammeDone of(ProgrammeForm form, List<Result> results, Words words) {
        var in = results.stream().filter(result -> result.refused().isEmpty()).toList();
        long seats = in.stream()
                .filter(result -> result.outcome().answerOrRefusal().confirmed())
                .count();
        var kind = seats == 0 ? "waiting" : "confirmed";
        return new ProgrammeDone(
                seats == 0,
                words.say("registration.done." + kind + ".title"),
                words.say("registration.programme.lead." + kind, seats == 0 ? in.size() : seats),
                form.details().name(),
                Done.Address.of(form.email().orElseThrow()),
                results.stream().map(result -> row(result, words)).toList());
    }

    private static Row row(Result result, Words words) {
        var session = result.choice().session();
        var place = ProgrammeShown.place(session, words);
        if (result.refused().isPresent()) {
            return new Row(session.facts(), place, "off", "dash", words.say("registration.programme.refused"));
        }
        var answer = result.outcome().answerOrRefusal();
        return answer.confirmed()
                ? new Row(session.facts(), place, "ok", "tick", words.say("registration.programme.confirmed"))
                : new Row(
                        session.facts(),
                        place,
                        "wait",
                        "hourglass",
                        words.say(
                                "registration.programme.waits",
                                answer.position().orElse(1)));
    }
}
