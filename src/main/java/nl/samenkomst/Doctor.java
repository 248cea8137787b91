package nl.samenkomst;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code doctor}: looks at everything an installation leans on, a line each. */
@Command(
        name = "doctor",
        description = "Checks database, schema version, SMTP, IMAP, clock, disk and plugins; a line each.",
        footer = {"", "Ends with 1 when something fails."},
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {

    private final Console console;

    Doctor(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var ground = new Ground(console.config())) {
            boolean well = true;
            for (var check : Checks.of(ground, console::say)) {
                var finding = check.look();
                console.answer(finding.line(check.name()));
                well &= finding.well();
            }
            return well ? 0 : 1;
        }
    }
}
