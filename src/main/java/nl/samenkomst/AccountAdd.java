package nl.samenkomst;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account add}: makes an account, or gives a known one a further role, and prints a link to set its password. */
@Command(
        name = "add",
        description = "Makes an account, or adds the role to a known one; prints a one-time link to set a password.",
        mixinStandardHelpOptions = true)
final class AccountAdd implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The address they sign in with.")
    private String email = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Their name, as colleagues see it.")
    private String name = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "owner, organiser or facilitator.")
    private String role = "";

    @Option(
            names = "--organisation",
            paramLabel = "SLUG",
            description = "Where; needed only where there are several organisations.")
    private Optional<String> organisation = Optional.empty();

    AccountAdd(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var desk = AccountDesk.open(console)) {
            console.answer(Awaited.result(desk.commands().add(email, name, role, organisation)));
            console.say("The link works once, within 24 hours.");
            return 0;
        }
    }
}
