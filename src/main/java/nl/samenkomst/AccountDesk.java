package nl.samenkomst;

import nl.samenkomst.account.AccountCommands;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Passwords;

/** What the commands on accounts work with: the database, up to date, also beside a running server. */
record AccountDesk(Ground ground, AccountCommands commands) implements AutoCloseable {

    static AccountDesk open(Console console) {
        var ground = new Ground(console.config());
        try {
            var pool =
                    ground.open(Awaited.result(ground.migrated(console::say))).pool();
            var accounts = new Accounts(
                    pool, new Passwords(ground.vertx()), ground.config().name());
            return new AccountDesk(ground, new AccountCommands(accounts, Awaited.result(ground.links())));
        } catch (RuntimeException failed) {
            ground.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        ground.close();
    }
}
