package nl.samenkomst;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token add}: prints a new API token, alone, on stdout. */
@Command(
        name = "add",
        description = "Prints a new API token, alone, on stdout; only its hash is kept.",
        mixinStandardHelpOptions = true)
final class TokenAdd implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The account it acts for.")
    private String email = "";

    @Option(names = "--label", required = true, paramLabel = "TEXT", description = "What it is for.")
    private String label = "";

    TokenAdd(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var desk = AccountDesk.open(console)) {
            console.answer(Awaited.result(desk.commands().addToken(email, label)));
            return 0;
        }
    }
}
