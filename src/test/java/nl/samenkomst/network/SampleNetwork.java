package nl.samenkomst.network;

import io.vertx.sqlclient.Pool;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.kit.db.Awaiting;

/** A network of two areas, haven and centrum, for a test. */
public final class SampleNetwork {

    private SampleNetwork() {}

    /** In an organisation made for it. */
    public static Network in(Pool pool) {
        var organisation = new Organisation(
                UUID.randomUUID(), unique("elaa"), "Elaa", List.of("nl", "en"), "0b5c63", Optional.empty(), 1);
        return in(pool, Awaiting.await(new OrganisationStore(pool).insert(organisation)));
    }

    public static Network in(Pool pool, Organisation organisation) {
        var id = UUID.randomUUID();
        var network = new Network(
                id,
                organisation.id(),
                unique("almere"),
                "Wijknetwerk Almere",
                "Samen zorgen voor Almere.",
                Optional.empty(),
                Optional.empty(),
                ZoneId.of("Europe/Amsterdam"),
                List.of(
                        new Area(
                                UUID.randomUUID(),
                                id,
                                "haven",
                                "Almere Haven",
                                Optional.of("https://chat.example/haven")),
                        new Area(UUID.randomUUID(), id, "centrum", "Centrum", Optional.empty())),
                1);
        Awaiting.await(pool.withTransaction(
                tx -> new NetworkStore(tx).insert(network).compose(done -> new NetworkStore(tx).writeAreas(network))));
        return network;
    }

    public static Programme programme(Pool pool, Network network) {
        var programme = new Programme(
                UUID.randomUUID(),
                network.organisation(),
                network.id(),
                unique("programma"),
                "Samen sterk",
                "Twee webinars en een bootcamp.",
                "",
                1);
        Awaiting.await(new ProgrammeStore(pool).insert(programme));
        return programme;
    }

    private static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
