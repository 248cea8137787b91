package nl.samenkomst.kit.db;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListenerTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.bare();

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger lost = new AtomicInteger();
    private Listener listener;
    private Listener otherNode;

    @BeforeEach
    void open() {
        listener = Listener.open(database.vertx(), database.url());
        otherNode = Listener.open(database.vertx(), database.url());
        listener.on("event", heard::add);
        listener.onLost(lost::incrementAndGet);
        await(listener.listening());
    }

    @AfterEach
    void close() {
        await(listener.close());
        await(otherNode.close());
    }

    @Test
    void whatAnotherNodeTellsIsHeard() {
        otherNode.tell("event", "winter");

        eventually(() -> heard.contains("winter"));
        assertThat(lost).hasValue(0);
    }

    @Test
    void otherChannelsAreNotHeard() {
        otherNode.tell("network", "winter");
        otherNode.tell("event", "last");

        eventually(() -> heard.contains("last"));
        assertThat(heard).containsExactly("last");
    }

    @Test
    void aChannelAskedForLaterIsHeardToo() {
        var later = new CopyOnWriteArrayList<String>();
        listener.on("network", later::add);
        await(listener.listening());

        otherNode.tell("network", "noord");

        eventually(() -> later.contains("noord"));
    }

    @Test
    void theSameNewsIsToldAtOnceAndOnceMoreHoweverOftenItIsTold() {
        for (var i = 0; i < 50; i++) {
            otherNode.tell("event", "busy");
        }
        eventually(() -> heard.size() == 2);
        otherNode.tell("event", "last");

        eventually(() -> heard.contains("last"));
        assertThat(heard).containsExactly("busy", "busy", "last");
    }

    @Test
    void afterABreakItHearsAgainAndSaysThatNewsMayBeLost() {
        database.cutOff();

        eventually(() -> lost.get() == 1);
        eventuallyPasses(() -> {
            otherNode.tell("event", "again");
            assertThat(heard).contains("again");
        });
    }

    @Test
    void oneHandlersFaultDoesNotKeepTheNewsFromOthers() {
        var others = new CopyOnWriteArrayList<String>();
        listener.on("faulty", news -> {
            throw new IllegalStateException("planted by a test");
        });
        listener.on("faulty", others::add);
        await(listener.listening());

        otherNode.tell("faulty", "news");

        eventually(() -> others.contains("news"));
    }

    @Test
    void aPayloadThatPostgresWouldRefuseIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> listener.tell("event", "é".repeat(4_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> listener.on("x; drop table", heard::add));
    }
}
