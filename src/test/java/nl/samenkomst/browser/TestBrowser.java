package nl.samenkomst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets a test visit the running installation with a real browser. Each guest has a context of their own, which ends with the test;
 * a guest whose browser complained, or asked another host for anything, fails it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestBrowser browser = new TestBrowser();
 * }</pre>
 */
final class TestBrowser implements BeforeAllCallback, AfterEachCallback {

    private final List<Guest> guests = new ArrayList<>();
    private Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) {
        stage = Stage.of(context);
    }

    /** A guest with this browser. */
    Guest guest(Guest.Means means) {
        var guest = Guest.with(means, stage.chromium().browser(), base());
        guests.add(guest);
        return guest;
    }

    /** Where the installation is, without a slash at the end. */
    String base() {
        return stage.house().links().address().toString();
    }

    OpenHouse house() {
        return stage.house();
    }

    TestDatabase database() {
        return stage.database();
    }

    Mailbox mailbox() {
        return new Mailbox(house().visitor());
    }

    Neighbourhood neighbourhood() {
        return stage.neighbourhood();
    }

    /** An event to come, in a month. */
    SampleEvent event() {
        return SampleEvent.somewhere(database().pool()).start(soon());
    }

    /** An event to come in this network. */
    SampleEvent event(Network network) {
        return SampleEvent.of(network).start(soon());
    }

    static Instant soon() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isPresent()) {
                var name = context.getRequiredTestMethod().getName();
                guests.forEach(guest -> guest.keepsAPicture(Path.of("target", "browser", name + ".png")));
            }
            assertThat(guests)
                    .allSatisfy(guest -> assertThat(guest.complaints()).isEmpty());
        } finally {
            guests.forEach(Guest::close);
            guests.clear();
        }
    }
}
