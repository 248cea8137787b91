package nl.samenkomst.registration;

import java.time.ZoneId;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;

/**
 * One person in the list of who comes, in words.
 *
 * @param reply what their calendar answered; empty for who was asked nothing
 * @param mail what became of the last letter; empty where there was none
 */
record PersonLine(
        String id,
        Optional<String> name,
        Optional<String> organisation,
        String sector,
        String way,
        Optional<String> wants,
        Mark status,
        Optional<Mark> reply,
        Optional<Mark> mail,
        Optional<String> said,
        String since) {

    /** A status, with the colour and the sign it is told by; a plain one has neither. */
    record Mark(String tone, String sign, String words) {

        public boolean plain() {
            return sign.isEmpty();
        }
    }

    static PersonLine of(PersonRow row, ZoneId zone, Words words) {
        return new PersonLine(
                row.id().toString(),
                row.name(),
                row.organisation(),
                row.sector()
                        .map(code -> words.say("registration.people.sector." + code))
                        .orElse(""),
                words.say("registration.form.way." + row.attendance().code()),
                row.wants()
                        .map(way -> words.say(
                                "registration.people.wants." + way.code(),
                                row.inLine().orElse(0))),
                status(row.status(), row.inLine(), words),
                Optional.of(row.reply())
                        .filter(code -> row.status() == Registration.Status.CONFIRMED || !code.equals("none"))
                        .map(code -> reply(code, words)),
                mail(row, words),
                row.said().filter(said -> row.letter().filter("refused"::equals).isPresent()),
                since(new Moments(words, zone).leaf(row.createdAt())));
    }

    private static String since(Moments.Leaf leaf) {
        return leaf.day() + " " + leaf.month();
    }

    static Mark status(Registration.Status status, Optional<Integer> inLine, Words words) {
        var text = words.say("registration.people.status." + status.code(), inLine.orElse(0));
        return switch (status) {
            case CONFIRMED -> new Mark("ok", "tick", text);
            case WAITLISTED, OFFERED, CHOOSE -> new Mark("wait", "hourglass", text);
            case CANCELLED -> new Mark("off", "dash", text);
        };
    }

    static Mark reply(String code, Words words) {
        var text = words.say("registration.people.reply." + code);
        return switch (code) {
            case "accepted" -> new Mark("ok", "tick", text);
            case "tentative" -> new Mark("wait", "hourglass", text);
            case "declined" -> new Mark("off", "dash", text);
            default -> new Mark("", "", text);
        };
    }

    /** Who has no address is called, not written to. */
    private static Optional<Mark> mail(PersonRow row, Words words) {
        if (row.name().isPresent() && !row.reachable()) {
            return Optional.of(new Mark("wait", "phone", words.say("registration.people.mail.address")));
        }
        return row.letter().map(state -> mail(state, words));
    }

    static Mark mail(String state, Words words) {
        var text = words.say("registration.people.mail." + state);
        return state.equals("refused") ? new Mark("error", "warning", text) : new Mark("", "", text);
    }
}
