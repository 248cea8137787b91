package nl.samenkomst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.samenkomst.kit.db.DatabaseProblem;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG = 2;

    private Main() {}

    /** Runs one command and ends the process with its status: 0 done, 1 failed, 2 asked for in a wrong way. */
    public static void main(String[] arguments) {
        var console = new Console(
                System.getenv(),
                Path.of(""),
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8));
        System.exit(run(console, arguments));
    }

    static int run(Console console, String... arguments) {
        var serve = new Serve(console);
        return new CommandLine(new Samenkomst(serve))
                .addSubcommand(serve)
                .addSubcommand(new Migrate(console))
                .setOut(console.err())
                .setErr(console.err())
                .setExecutionExceptionHandler((failure, command, parsed) -> told(console, failure))
                .execute(arguments);
    }

    /** Trouble the operator can mend is told in their words; a fault of ours comes with its trace. */
    private static int told(Console console, Exception failure) {
        if (failure instanceof WrongSettings wrong) {
            wrong.lines().forEach(console::say);
            return WRONG;
        }
        if (failure instanceof DatabaseProblem || failure instanceof PortTaken) {
            console.say(Optional.ofNullable(failure.getMessage()).orElse("").replaceAll("\\s+", " "));
        } else {
            LoggerFactory.getLogger(Main.class).error("this is a fault of ours", failure);
        }
        return FAILED;
    }

    /** Without a sub-command it serves. */
    @Command(
            name = "samenkomst",
            description = "Registration, calendar invitations and feedback for neighbourhood gatherings.",
            footer = {
                "",
                "Without a command: serve. Settings: SAMENKOMST_* in the environment or in samenkomst.properties."
            },
            versionProvider = Version.class,
            mixinStandardHelpOptions = true)
    static final class Samenkomst implements Callable<Integer> {

        private final Serve serve;

        Samenkomst(Serve serve) {
            this.serve = serve;
        }

        @Override
        public Integer call() throws Exception {
            return serve.call();
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                        .orElse("built here")
            };
        }
    }
}
