package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import nl.samenkomst.kit.db.Clash;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.kit.web.MergePatch;

/** What organisers do with networks; each verb is part of the transaction it is given. */
public record Networks(SqlClient tx) {

    /** The page where one is made has this address, so no network has it. */
    private static final String NEW = "new";

    /** Makes a network of JSON as the API takes it: a 422 where it is wrong, a 409 on {@code slug} where that is taken. */
    public Future<Network> create(UUID organisation, JsonObject json) {
        var network = NetworkForm.read(json, organisation, Optional.empty());
        return json.getValue("slug") == null
                ? new NetworkStore(tx)
                        .slugsLike(network.slug())
                        .compose(taken -> insert(called(network, free(network.slug(), taken))))
                : insert(network);
    }

    private static String free(String slug, List<String> taken) {
        return Slugs.free(slug, Stream.concat(taken.stream(), Stream.of(NEW)).toList());
    }

    private Future<Network> insert(Network network) {
        var store = new NetworkStore(tx);
        return store.insert(network)
                .recover(Networks::slugTaken)
                .compose(done -> store.writeAreas(network))
                .map(network);
    }

    private static Network called(Network network, String slug) {
        return new Network(
                network.id(),
                network.organisation(),
                slug,
                network.name(),
                network.purpose(),
                network.accent(),
                network.contact(),
                network.zone(),
                network.areas(),
                network.version());
    }

    /**
     * Changes a network as a merge patch (RFC 7396) says; areas it leaves out are dropped, where nothing names them.
     *
     * @param guard is given the version that is about to be replaced, and throws when that is not the one the caller means
     */
    public Future<Network> change(UUID id, JsonObject patch, LongConsumer guard) {
        return new NetworkStore(tx)
                .lock(id)
                .map(found -> found.orElseThrow(() -> new NotFound("network")))
                .compose(before -> {
                    guard.accept(before.version());
                    var wanted = MergePatch.apply(NetworkForm.json(before), patch);
                    var after = NetworkForm.read(wanted, before.organisation(), Optional.of(before));
                    return after.equals(before) ? Future.succeededFuture(before) : write(before, after);
                });
    }

    private Future<Network> write(Network before, Network after) {
        var next = new Network(
                after.id(),
                after.organisation(),
                after.slug(),
                after.name(),
                after.purpose(),
                after.accent(),
                after.contact(),
                after.zone(),
                after.areas(),
                before.version() + 1);
        var gone = before.areas().stream()
                .map(Area::id)
                .filter(area -> next.area(area).isEmpty())
                .toList();
        var store = new NetworkStore(tx);
        return store.update(next)
                .recover(Networks::slugTaken)
                .compose(done -> gone.isEmpty() ? Future.succeededFuture() : drop(store, next, gone))
                .compose(done -> store.writeAreas(next))
                .map(next);
    }

    private static Future<Void> drop(NetworkStore store, Network network, List<UUID> gone) {
        return store.dropAreas(network.id(), gone)
                .recover(failure -> Clash.<Void>stillNamed(() -> Refusal.invalid("areas", "network.api.area.used"))
                        .apply(failure));
    }

    private static Future<Void> slugTaken(Throwable failure) {
        return Clash.<Void>on("network_slug_key", () -> Refusal.taken("slug", "network.api.slug"))
                .apply(failure);
    }
}
