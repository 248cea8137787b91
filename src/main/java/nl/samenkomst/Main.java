package nl.samenkomst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/** The command line. */
public final class Main {

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
                .addSubcommand(group("account", "Who may plan and run gatherings.", new AccountAdd(console)))
                .addSubcommand(group("token", "Tokens with which programs use the API.", new TokenAdd(console)))
                .addSubcommand(new Doctor(console))
                .setOut(console.out())
                .setErr(console.err())
                .setExecutionExceptionHandler((failure, command, parsed) -> Told.of(console, failure))
                .execute(arguments);
    }

    /** A command that only has commands below it; without one of them it is used wrongly. */
    private static CommandLine group(String name, String description, Object command) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        spec.mixinStandardHelpOptions(true);
        return new CommandLine(spec).addSubcommand(command);
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
