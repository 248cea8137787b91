package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.kit.web.MergePatch;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.ProgrammeStore;
import nl.samenkomst.network.SeriesStore;

/** Makes events of JSON: reads it, looks up what it names, and gives the event or a 422 with all that is wrong. Writes nothing. */
record EventDesign(Formats formats, Providers providers) {

    /** A new draft of this organisation. */
    Future<Event> drafted(SqlClient tx, UUID organisation, JsonObject json) {
        var faults = new Faults();
        var form = EventForm.read(json, faults);
        return plan(tx, organisation, form, Optional.empty())
                .compose(plan -> slug(tx, form).map(slug -> plan.event(UUID.randomUUID(), organisation, slug, faults)));
    }

    /** The event as the patch (RFC 7396) would have it; the very same one where it changes nothing. */
    Future<Event> changed(SqlClient tx, Event before, JsonObject patch) {
        return EventNames.of(tx, List.of(before)).compose(names -> {
            var faults = new Faults();
            var form = EventForm.read(MergePatch.apply(EventJson.written(before, names), patch), faults);
            return plan(tx, before.organisation(), form, Optional.of(before))
                    .map(plan -> plan.event(before.id(), before.organisation(), before.slug(), faults));
        });
    }

    private Future<EventPlan> plan(SqlClient tx, UUID organisation, EventForm form, Optional<Event> before) {
        var network = form.names()
                .network()
                .map(slug -> new NetworkStore(tx).bySlug(slug))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        var programme = form.names()
                .programme()
                .map(slug -> new ProgrammeStore(tx).bySlug(slug))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        var series = form.names()
                .series()
                .map(slug -> new SeriesStore(tx).bySlug(slug))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        return Future.all(network, programme, series)
                .map(done -> new EventPlan(
                        form,
                        own(network.result(), organisation),
                        programme.result(),
                        series.result(),
                        before,
                        formats,
                        providers));
    }

    /** Another organisation's network is none; a programme is held against the network. */
    private static Optional<Network> own(Optional<Network> network, UUID organisation) {
        return network.filter(one -> one.organisation().equals(organisation));
    }

    /** The typed one; else made of the title, with the date or a number where taken. */
    private static Future<String> slug(SqlClient tx, EventForm form) {
        return form.names().slug().map(Future::succeededFuture).orElseGet(() -> madeSlug(tx, form));
    }

    private static Future<String> madeSlug(SqlClient tx, EventForm form) {
        var title = form.texts().get(form.language());
        var slug = Slugs.of(
                title == null ? "" : title.title(), form.names().format().orElse("event"));
        return new EventStore(tx).slugsLike(slug).map(taken -> form.times()
                .start()
                .map(start -> Slugs.free(slug, start.toLocalDate(), taken))
                .orElse(slug));
    }
}
