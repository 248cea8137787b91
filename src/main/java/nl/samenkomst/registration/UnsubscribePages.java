package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;

/**
 * No more invitations by mail: a page with a button for people, and the same address for mail programs, which post to it by themselves
 * (RFC 8058). The link is all it takes, so there is no form token; looking changes nothing.
 */
public final class UnsubscribePages implements Feature {

    private final SqlClient sql;
    private final Invitees invitees;
    private final EventSources sources;

    /**
     * What the page shows.
     *
     * @param ended whether they get no more letters
     */
    record Unsubscribe(String path, boolean ended, String title, String lead) {}

    /** @param sql the pool */
    public UnsubscribePages(SqlClient sql, Invitees invitees, EventSources sources) {
        this.sql = sql;
        this.invitees = invitees;
        this.sources = sources;
    }

    @Override
    public void mount(Site site) {
        var holder = Holder.of(InviteeTarget.INVITEE);
        site.get(
                "/invitations/:token/unsubscribe",
                holder,
                (visit, one) -> page(visit, one, one.unsubscribedAt().isPresent()));
        site.post("/invitations/:token/unsubscribe", holder, (visit, one) -> invitees.unsubscribe(one)
                .compose(done -> page(visit, one, true)));
        site.post("/invitations/:token/subscribe", holder, (visit, one) -> invitees.subscribe(one)
                .compose(done -> page(visit, one, false)));
    }

    private Future<Reply> page(Visit visit, Invitee one, boolean ended) {
        return new EventStore(sql)
                .find(one.event())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .compose(event ->
                        sources.withoutSeats(event).map(known -> page(visit, one, ended, event, known.housed())));
    }

    /** Says whose letters they are, and nothing of the gathering, which is closed. */
    private static Reply page(Visit visit, Invitee one, boolean ended, Event event, Housed housed) {
        var language = visit.language(List.of(event.language()));
        Words words = visit.site().languages().in(language);
        var base = "registration.unsubscribe." + (ended ? "ended" : "ask");
        var organisation = housed.organisation().name();
        var title = words.say(base + ".title");
        var shown = new Unsubscribe(
                InviteeTarget.path(visit.links(), one).replace("/unsubscribe", ""),
                ended,
                title,
                words.say(base + ".lead", organisation, one.email().text()));
        var frame = housed.frame(Optional.of(event.contact()), title).hidden().speaking(language);
        return Reply.page(frame, "registration/unsubscribe", shown).personal();
    }
}
