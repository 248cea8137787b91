package nl.samenkomst;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.db.Database;
import nl.samenkomst.kit.db.DatabaseProblem;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.rule.Refusal;
import org.slf4j.LoggerFactory;

/** Says why a command failed: what the operator can mend in their words, a fault of ours with its trace. */
final class Told {

    private static final int FAILED = 1;
    private static final int WRONG = 2;

    private Told() {}

    /** Prints it; the result is the exit status. */
    static int of(Console console, Throwable failure) {
        if (failure instanceof WrongSettings wrong) {
            wrong.lines().forEach(console::say);
            return WRONG;
        }
        if (failure instanceof Refusal refusal) {
            faults(refusal).forEach(console::say);
            return WRONG;
        }
        if (failure instanceof DatabaseProblem || failure instanceof PortTaken) {
            console.say(line(failure));
        } else if (Database.isAway(failure)) {
            console.say("The database cannot be reached: " + line(failure));
        } else {
            LoggerFactory.getLogger(Told.class).error("this is a fault of ours", failure);
        }
        return FAILED;
    }

    private static String line(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.toString())
                .replaceAll("(?s)\\R-{9,}.*", "")
                .replaceAll("\\s+", " ");
    }

    private static List<String> faults(Refusal refusal) {
        var words = new Languages(List.of("kit/web", "account")).in("en");
        return refusal.faults().isEmpty()
                ? List.of(words.say(refusal.text(), refusal.values()))
                : refusal.faults().stream()
                        .map(fault -> fault.field() + ": " + words.say(fault.text(), fault.values()))
                        .toList();
    }
}
