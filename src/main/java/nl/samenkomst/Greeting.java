package nl.samenkomst;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.demo.SignIn;

/** What is printed once it serves: where to look and how to sign in, in at most ten lines. */
final class Greeting {

    private final Running running;
    private final Optional<SignIn> signIn;

    /** @param signIn to the demo data, where they were made here */
    Greeting(Running running, Optional<SignIn> signIn) {
        this.running = running;
        this.signIn = signIn;
    }

    static Greeting of(Running running) throws IOException {
        var config = running.house().config();
        return new Greeting(running, config.database().isEmpty() ? SignIn.keptIn(config.data()) : Optional.empty());
    }

    List<String> lines() {
        var config = running.house().config();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(config.name() + " is open: " + config.url());
        if (config.smtp().isEmpty()) {
            lines.add("  mail is caught, not sent: " + config.url() + "/dev/mail");
        }
        lines.add("  for organisers:           " + config.url() + "/sign-in");
        signIn.ifPresent(demo -> lines.add("  sign in to the demo:      " + demo.email() + "  " + demo.password()));
        lines.add("  health and metrics:       http://127.0.0.1:" + running.managementPort() + "/health/ready");
        lines.add("  to stop:                  Ctrl-C");
        return lines;
    }
}
