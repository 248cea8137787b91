package nl.samenkomst.survey;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Throttle;

/** The two ways to answer, by a personal link and by the room's code, which lead to the same box. */
public final class FeedbackDoors implements Feature {

    private final LinkFeedback link;
    private final RoomFeedback room;

    /**
     * What they are made with.
     *
     * @param changed told, after the commit, that open pages about this event should read themselves again
     */
    public record Means(
            Vertx vertx,
            Pool pool,
            EventShelf events,
            EventSources sources,
            Throttle throttle,
            Consumer<UUID> changed,
            Clock clock) {}

    /** @param panels what other rooms offer to who has answered */
    public FeedbackDoors(Means means, List<Panel<Sent>> panels) {
        var shelf = new SurveyShelf(means.pool());
        var box = new BallotBox(means.vertx(), means.pool(), means.clock(), means.changed());
        var page = new FeedbackPage(means.sources(), box, shelf, panels, means.clock());
        this.link = new LinkFeedback(means.pool(), shelf, page);
        this.room = new RoomFeedback(means.pool(), means.events(), shelf, page, means.throttle());
    }

    @Override
    public void mount(Site site) {
        link.mount(site);
        room.mount(site);
    }
}
