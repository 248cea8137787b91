package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.ProgrammeStore;

/** The filter that an address of the API asks for: {@code ?network=&area=&programme=&format=&from=&to=&status=}. */
final class EventQuery {

    private static final List<String> STATUSES = List.of("draft", "published", "held", "cancelled");

    private final Visit visit;
    private final UUID organisation;
    private final Faults faults = new Faults();

    EventQuery(Visit visit, UUID organisation) {
        this.visit = visit;
        this.organisation = organisation;
    }

    /** The filter, within the organisation; a 422 on what makes no sense. */
    Future<EventFilter> filter(SqlClient sql) {
        var network = visit.query("network")
                .map(slug -> new NetworkStore(sql).bySlug(slug))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        var programme = visit.query("programme")
                .map(slug -> new ProgrammeStore(sql).bySlug(slug))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        return Future.all(network, programme)
                .map(done -> filter(
                        network.result().filter(one -> one.organisation().equals(organisation)),
                        programme.result().filter(one -> one.organisation().equals(organisation))));
    }

    private EventFilter filter(Optional<Network> network, Optional<Programme> programme) {
        var filter = new EventFilter(
                Optional.of(organisation),
                network.map(Network::id),
                network.flatMap(home -> visit.query("area").flatMap(home::area)).map(area -> area.id()),
                programme.map(Programme::id),
                visit.query("format"),
                time("from"),
                time("to"),
                visit.query("status"),
                false,
                false,
                Optional.empty());
        known("network", filter.network().isPresent(), "event.api.network");
        known("programme", filter.programme().isPresent(), "event.api.programme.unknown");
        known("area", filter.area().isPresent(), "event.api.area.network");
        filter.status()
                .filter(status -> !STATUSES.contains(status))
                .ifPresent(status -> faults.add("status", "error.field.choice", String.join(", ", STATUSES)));
        faults.refuse();
        return filter;
    }

    private void known(String field, boolean found, String text) {
        if (visit.query(field).isPresent() && !found) {
            faults.add(field, text);
        }
    }

    /** A moment, or a day, which stands for its first moment in UTC. A plus that became a space in the address is one again. */
    private Optional<Instant> time(String field) {
        return visit.query(field).map(text -> text.replace(' ', '+')).flatMap(text -> {
            try {
                return Optional.of(
                        text.length() == 10
                                ? LocalDate.parse(text)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                : OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException malformed) {
                faults.add(field, "event.api.date");
                return Optional.empty();
            }
        });
    }
}
