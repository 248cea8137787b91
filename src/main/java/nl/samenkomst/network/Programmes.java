package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import nl.samenkomst.kit.db.Clash;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.kit.web.MergePatch;

/** What organisers do with programmes; each verb is part of the transaction it is given. */
public record Programmes(SqlClient tx) {

    private static final int LINE = 200;
    private static final int SUMMARY = 1_000;
    private static final int DESCRIPTION = 20_000;

    /** A programme as it was described, its network still a slug. */
    private record Form(Optional<String> slug, String network, String title, String summary, String description) {

        static Form read(JsonObject json, Faults faults) {
            var reader = JsonReader.of(json, faults);
            var form = new Form(
                    reader.slug("slug"),
                    reader.needed("network", reader.slug("network")).orElse(""),
                    reader.needed("title", reader.line("title", LINE)).orElse(""),
                    reader.prose("summary", SUMMARY).orElse(""),
                    reader.prose("description", DESCRIPTION).orElse(""));
            reader.end();
            return form;
        }
    }

    /** Makes a programme of JSON as the API takes it: a 422 where it is wrong, a 409 on {@code slug} where that is taken. */
    public Future<Programme> create(UUID organisation, JsonObject json) {
        var faults = new Faults();
        var form = Form.read(json, faults);
        return new NetworkStore(tx)
                .bySlug(form.network())
                .map(found -> found.filter(network -> network.organisation().equals(organisation)))
                .compose(home -> slug(form).map(slug -> programme(form, slug, home, faults)))
                .compose(this::insert);
    }

    /**
     * Changes a programme as a merge patch (RFC 7396) says; it stays in its network.
     *
     * @param guard is given the version that is about to be replaced, and throws when that is not the one the caller means
     */
    public Future<Programme> change(UUID id, JsonObject patch, LongConsumer guard) {
        return new ProgrammeStore(tx)
                .lock(id)
                .map(found -> found.orElseThrow(() -> new NotFound("programme")))
                .compose(before -> new NetworkStore(tx)
                        .find(before.network())
                        .map(found -> found.orElseThrow(() -> new NotFound("network")))
                        .compose(home -> change(before, home, patch, guard)));
    }

    private Future<Programme> change(Programme before, Network home, JsonObject patch, LongConsumer guard) {
        guard.accept(before.version());
        var faults = new Faults();
        var form = Form.read(MergePatch.apply(json(before, Map.of(home.id(), home)), patch), faults);
        if (!form.network().equals(home.slug())) {
            faults.add("network", "network.api.programme.network");
        }
        faults.refuse();
        var after = new Programme(
                before.id(),
                before.organisation(),
                before.network(),
                form.slug().orElse(before.slug()),
                form.title(),
                form.summary(),
                form.description(),
                before.version() + 1);
        return new ProgrammeStore(tx)
                .update(after)
                .recover(Clash.on("programme_slug_key", () -> Refusal.taken("slug", "network.api.slug")))
                .map(after);
    }

    private Future<String> slug(Form form) {
        var made = Slugs.of(form.title(), "programme");
        return form.slug()
                .map(Future::succeededFuture)
                .orElseGet(() -> new ProgrammeStore(tx).slugsLike(made).map(taken -> Slugs.free(made, taken)));
    }

    private static Programme programme(Form form, String slug, Optional<Network> home, Faults faults) {
        if (home.isEmpty()) {
            faults.add("network", "network.api.network");
        }
        faults.refuse();
        var network = home.orElseThrow();
        return new Programme(
                UUID.randomUUID(),
                network.organisation(),
                network.id(),
                slug,
                form.title(),
                form.summary(),
                form.description(),
                1);
    }

    private Future<Programme> insert(Programme programme) {
        return new ProgrammeStore(tx)
                .insert(programme)
                .recover(Clash.on("programme_slug_key", () -> Refusal.taken("slug", "network.api.slug")))
                .map(programme);
    }

    static JsonObject json(Programme programme, Map<UUID, Network> networks) {
        return new JsonObject()
                .put("slug", programme.slug())
                .put(
                        "network",
                        Optional.ofNullable(networks.get(programme.network()))
                                .map(Network::slug)
                                .orElse(null))
                .put("title", programme.title())
                .put("summary", programme.summary())
                .put("description", programme.description());
    }
}
