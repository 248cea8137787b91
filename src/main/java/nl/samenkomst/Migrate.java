package nl.samenkomst;

import java.util.concurrent.Callable;
import nl.samenkomst.kit.db.Migrations;
import picocli.CommandLine.Command;

/** {@code migrate}: brings the database up to date and ends. */
@Command(name = "migrate", description = "Brings the database up to date and ends.", mixinStandardHelpOptions = true)
final class Migrate implements Callable<Integer> {

    private final Console console;

    Migrate(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var ground = new Ground(console.config())) {
            var url = ground.reached(console::say);
            int ran = Migrations.run(url);
            console.say(
                    ran == 0 ? "The database was up to date." : "The database is up to date: " + ran + " steps ran.");
            return 0;
        }
    }
}
