package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.Attendance;

/** Staff write somebody in: a newcomer, with an address or without, or a colleague in the stead of who cannot come. */
final class NewcomerDesk implements Feature {

    private static final String NEW = "/organise/events/:event/people/new";
    private static final String SWAP = "/organise/registrations/:id/swap";

    private final Table table;
    private final Ids ids;

    NewcomerDesk(Table table) {
        this.table = table;
        this.ids = new Ids(table.clock());
    }

    /**
     * The form.
     *
     * @param instead in whose stead, and how that one attends; empty for a newcomer
     * @param ways to attend, for a newcomer
     * @param nonce by which the same form, sent again, is known
     */
    record Form(
            String path,
            String back,
            String token,
            String nonce,
            Optional<String> instead,
            PersonShown person,
            boolean shared,
            List<PersonShown.Option> ways,
            String wayError,
            List<PersonShown.QuestionShown> needs) {}

    /** In whose stead, or nobody's. */
    private record Stead(Optional<Registration> one) {}

    @Override
    public void mount(Site site) {
        var planning = Staff.of(EventTarget.EVENT, Role.ORGANISER);
        site.get(
                NEW,
                planning,
                (visit, admitted) -> fresh(
                        new Table.Asking(visit, admitted.caller(), admitted.thing()), new Stead(Optional.empty())));
        site.post(
                NEW,
                planning,
                (visit, admitted) -> send(
                        new Table.Asking(visit, admitted.caller(), admitted.thing()), new Stead(Optional.empty())));
        site.get(
                SWAP,
                PersonDesk.rule(Role.ORGANISER),
                PersonDesk.on(table, (asking, one) -> fresh(asking, new Stead(Optional.of(one)))));
        site.post(
                SWAP,
                PersonDesk.rule(Role.ORGANISER),
                PersonDesk.on(table, (asking, one) -> send(asking, new Stead(Optional.of(one)))));
    }

    private Future<Network> network(Event event) {
        return table.sources().withoutSeats(event).map(known -> known.housed().network());
    }

    private Future<Reply> fresh(Table.Asking asking, Stead stead) {
        return network(asking.event()).compose(network -> page(asking, stead, network, Filled.NOTHING, List.of()));
    }

    private Future<Reply> send(Table.Asking asking, Stead stead) {
        return network(asking.event()).compose(network -> {
            var fields = Fields.of(asking.visit().body());
            var arrival = read(asking, stead, network, fields);
            return fields.faults().none()
                    ? written(asking, stead, arrival.orElseThrow())
                            .recover(failure -> failure instanceof Refusal why && why.status() < 500
                                    ? again(asking, stead, network, why)
                                    : Future.failedFuture(failure))
                    : page(
                            asking,
                            stead,
                            network,
                            typed(asking, fields.faults().list()),
                            fields.faults().list());
        });
    }

    private Future<Reply> written(Table.Asking asking, Stead stead, Arrival arrival) {
        return stead.one()
                .map(one -> table.deeds()
                        .swap(asking.caller(), one, arrival)
                        .map(after -> PersonDesk.back(after, "swapped")))
                .orElseGet(() -> table.deeds()
                        .add(asking.caller(), arrival)
                        .map(answer -> ChosenDesk.back(asking, answer.confirmed() ? "added" : "waits", 1)));
    }

    /** Why it cannot be, at the field it is about. */
    private Future<Reply> again(Table.Asking asking, Stead stead, Network network, Refusal why) {
        var faults = why.faults().isEmpty()
                ? List.of(Fault.of("name", why.text(), why.values().toArray()))
                : why.faults();
        return page(asking, stead, network, typed(asking, faults), faults).map(page -> page.status(why.status()));
    }

    private static Filled typed(Table.Asking asking, List<Fault> faults) {
        return Filled.typed(asking.visit().body().json(), faults, asking.words());
    }

    private Optional<Arrival> read(Table.Asking asking, Stead stead, Network network, Fields fields) {
        var event = asking.event();
        var email = email(fields);
        var shared = fields.raw("shared").isPresent() && email.isPresent();
        var way = stead.one().map(Registration::attendance).or(() -> way(event, fields));
        var details = Telling.read(fields, EditDesk.asks(network), language(event, stead));
        var needs = NeedSheet.read(fields, event.asksNeeds());
        var nonce = fields.raw("nonce").flatMap(Id::of).map(UUID::toString);
        return way.map(chosen -> new Arrival(
                ids.timed(),
                event.organisation(),
                event.id(),
                email,
                shared,
                details,
                chosen,
                false,
                true,
                nonce.map(text ->
                        Requests.typed(text, fields.body(), asking.visit().links())),
                needs,
                true));
    }

    private static String language(Event event, Stead stead) {
        return stead.one().map(Registration::language).orElse(event.language());
    }

    private static Optional<EmailAddress> email(Fields fields) {
        var given = fields.raw("email");
        var address = given.flatMap(EmailAddress::typed);
        if (given.isPresent() && address.isEmpty()) {
            fields.faults().add("email", "registration.person.email.wrong");
        }
        return address;
    }

    private static Optional<Attendance> way(Event event, Fields fields) {
        var ways = event.attendance().ways();
        var way = fields.raw("attendance").flatMap(Attendance::of).filter(ways::contains);
        if (way.isEmpty() && ways.size() > 1) {
            fields.faults().add("attendance", "registration.form.attendance.missing");
        }
        return way.or(() -> ways.size() == 1 ? ways.stream().findFirst() : Optional.empty());
    }

    private Future<Reply> page(Table.Asking asking, Stead stead, Network network, Filled filled, List<Fault> faults) {
        var words = asking.words();
        var path = stead.one().map(one -> PersonDesk.path(one) + "/swap").orElseGet(() -> asking.path("/new"));
        var chosen = filled.text("attendance");
        var ways = asking.event().attendance().ways().stream()
                .map(way -> new PersonShown.Option(
                        way.code(),
                        words.say("registration.form.way." + way.code()),
                        way.code().equals(chosen)))
                .toList();
        var form = new Form(
                path,
                stead.one().map(PersonDesk::path).orElseGet(() -> asking.path("")),
                asking.token(path),
                Id.of(filled.text("nonce")).orElseGet(UUID::randomUUID).toString(),
                stead.one().map(one -> one.name().orElse("")),
                PersonShown.of(EditDesk.asks(network), filled, false, words),
                !filled.text("shared").isEmpty(),
                stead.one().isPresent() || ways.size() == 1 ? List.of() : ways,
                filled.error("attendance"),
                asking.event().asksNeeds() ? PersonShown.needs(filled, words) : List.of());
        var title = words.say(stead.one().isPresent() ? "registration.swap.title" : "registration.person.new");
        return table.page(asking, title, "registration/person-new", faults, form);
    }
}
