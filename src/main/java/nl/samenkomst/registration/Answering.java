package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The answer of somebody's calendar in hand, with the seats of its event locked: what may be done with it. */
public final class Answering {

    private final Grip grip;

    Answering(Grip grip) {
        this.grip = grip;
    }

    /** The transaction, for what else is kept of the answer. */
    public SqlClient tx() {
        return grip.tx();
    }

    /** As it stands now. */
    public Registration registration() {
        return grip.registration();
    }

    public Instant now() {
        return grip.now();
    }

    /** Whether an answer can change nothing any more: it has begun, is called off, or they were there. */
    public boolean late() {
        return grip.hall().circumstances().moment(grip.now()) == Circumstances.Moment.OVER
                || registration().presence().equals("present");
    }

    /** They do not come: the seat goes to who waits, and a letter tells them how to have one again. */
    public Future<Void> decline() {
        return grip.become(registration().cancelled(By.REPLY), Letters.DECLINED)
                .compose(gone -> new RegistrationStore(tx())
                        .answered(Map.of(gone.id(), "declined"), grip.now().atOffset(ZoneOffset.UTC)));
    }

    /** They said that they come after all, which gives no seat: a letter tells them how to have one. */
    public Future<Void> tellNotBack() {
        return grip.book().letters().send(tx(), List.of(Letters.about(registration(), Letters.NOT_BACK, grip.now())));
    }
}
