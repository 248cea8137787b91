package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.kit.rule.NotFound;

/** Networks with their organisations for public pages, kept for a second. */
public final class NetworkShelf {

    private static final Duration AGE = Duration.ofSeconds(1);
    private static final String ALL = "all";

    private final Shelf<UUID, Housed> one;
    private final Shelf<String, List<Housed>> every;

    /** @param sql the pool */
    public NetworkShelf(SqlClient sql) {
        this.one = new Shelf<>(AGE, id -> read(sql, id));
        this.every = new Shelf<>(AGE, all -> readAll(sql));
    }

    /** Fails with {@link NotFound} where there is no such network. */
    public Future<Housed> of(UUID network) {
        return one.of(network);
    }

    /** Every network, by name. */
    public Future<List<Housed>> all() {
        return every.of(ALL);
    }

    private static Future<Housed> read(SqlClient sql, UUID id) {
        return new NetworkStore(sql)
                .find(id)
                .map(found -> found.orElseThrow(() -> new NotFound("network")))
                .compose(network -> new OrganisationStore(sql)
                        .find(network.organisation())
                        .map(owner -> new Housed(network, owner.orElseThrow(() -> new NotFound("organisation")))));
    }

    private static Future<List<Housed>> readAll(SqlClient sql) {
        var networks = new NetworkStore(sql).all();
        var organisations = new OrganisationStore(sql).all();
        return Future.all(networks, organisations).map(both -> {
            var byId = organisations.result().stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
            return networks.result().stream()
                    .flatMap(
                            network -> Optional.ofNullable(byId.get(network.organisation()))
                                    .map(owner -> new Housed(network, owner))
                                    .stream())
                    .toList();
        });
    }
}
