package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Held;
import nl.samenkomst.kit.web.Links;

/** A personal calendar, as its secret link opens it; a link that was stopped says so. */
enum PersonalFeedTarget implements Held<PersonalFeed> {
    FEED;

    @Override
    public String parameter() {
        return "token";
    }

    @Override
    public String purpose() {
        return "feed";
    }

    @Override
    public Future<Optional<PersonalFeed>> find(SqlClient sql, UUID id) {
        return new PersonalFeedStore(sql).find(id);
    }

    @Override
    public int linkVersion(PersonalFeed feed) {
        return feed.linkVersion();
    }

    @Override
    public Refusal revoked() {
        return Refusal.of(410, "stopped", "calendar.link.ended");
    }

    /** The address that bears the secret. */
    static String address(Links links, PersonalFeed feed) {
        return links.url("/my/" + links.token(FEED.purpose(), feed.id(), feed.linkVersion()) + "/calendar.ics");
    }
}
