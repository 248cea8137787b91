package nl.samenkomst;

import java.util.ArrayList;
import java.util.List;

/** What is printed once it serves: where to look and how to sign in, in at most ten lines. */
final class Greeting {

    private final Running running;

    Greeting(Running running) {
        this.running = running;
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
        lines.add("  health and metrics:       http://127.0.0.1:" + running.managementPort() + "/health/ready");
        lines.add("  to stop:                  Ctrl-C");
        return lines;
    }
}
