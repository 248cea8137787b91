package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.account.Role;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat.Asked;

/** What somebody told about themselves, set right by staff; who saves an old page is shown both versions. */
final class EditDesk implements Feature {

    private static final String PATH = "/organise/registrations/:id/edit";
    private static final List<String> FIELDS = List.of("name", "organisation", "sector", "area");

    private final Table table;

    EditDesk(Table table) {
        this.table = table;
    }

    /** The form. */
    record Form(String path, String back, String token, long version, PersonShown person) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, PersonDesk.rule(Role.ORGANISER), PersonDesk.on(table, this::form));
        site.post(PATH, PersonDesk.rule(Role.ORGANISER), PersonDesk.on(table, this::save));
    }

    private Future<Reply> form(Table.Asking asking, Registration one) {
        return network(asking)
                .compose(network -> page(asking, one, network, Filled.known(now(asking, one, network)), List.of()));
    }

    private Future<Network> network(Table.Asking asking) {
        return table.sources().withoutSeats(asking.event()).map(known -> known.housed()
                .network());
    }

    private static JsonObject now(Table.Asking asking, Registration one, Network network) {
        return new RegistrationJson(asking.event(), network).told(one);
    }

    private Future<Reply> save(Table.Asking asking, Registration one) {
        var body = asking.visit().body();
        return network(asking).compose(network -> {
            var patch = new JsonObject();
            FIELDS.stream()
                    .filter(body.json()::containsKey)
                    .forEach(field -> patch.put(field, body.text(field).orElse(null)));
            return Future.succeededFuture()
                    .map(begun -> RegistrationPatch.read(patch, one, asking.event(), network, asks(network)))
                    .compose(read -> table.deeds().correct(asking.caller(), one, read, Stale.guard(body)))
                    .map(saved -> PersonDesk.back(one, "changed"))
                    .recover(failure -> unsaved(asking, one, network, patch, failure));
        });
    }

    private Future<Reply> unsaved(
            Table.Asking asking, Registration one, Network network, JsonObject typed, Throwable failure) {
        if (failure instanceof Stale) {
            return Registrations.existing(table.pool(), one.id())
                    .compose(current -> both(asking, current, now(asking, current, network), typed));
        }
        return failure instanceof Refusal refused && refused.status() == 422
                ? page(asking, one, network, Filled.typed(typed, refused.faults(), asking.words()), refused.faults())
                : Future.failedFuture(failure);
    }

    private Future<Reply> both(Table.Asking asking, Registration current, JsonObject theirs, JsonObject typed) {
        var path = PersonDesk.path(current) + "/edit";
        var fields = texts(theirs);
        var mine = texts(typed);
        var both = FIELDS.stream()
                .filter(field -> !Objects.equals(fields.get(field), mine.get(field)))
                .map(field -> new Stale.Both(
                        asking.words().say("registration.person." + field),
                        field,
                        fields.getOrDefault(field, ""),
                        mine.getOrDefault(field, ""),
                        false))
                .toList();
        return Stale.page(
                table,
                asking,
                new Stale.Shown(path, PersonDesk.path(current), asking.token(path), current.version(), both));
    }

    private static Map<String, String> texts(JsonObject values) {
        var texts = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> Optional.ofNullable(values.getString(field)).ifPresent(text -> texts.put(field, text)));
        return texts;
    }

    /** Staff may leave empty what the form asks for. */
    static Asks asks(Network network) {
        var wanted = EnumSet.allOf(Asked.class);
        if (network.areas().isEmpty()) {
            wanted.remove(Asked.AREA);
        }
        return new Asks(wanted, Set.of(), network.areas(), List.of(), 1, false);
    }

    private Future<Reply> page(
            Table.Asking asking, Registration one, Network network, Filled filled, List<Fault> faults) {
        var words = asking.words();
        var path = PersonDesk.path(one) + "/edit";
        var form = new Form(
                path,
                PersonDesk.path(one),
                asking.token(path),
                one.version(),
                PersonShown.of(asks(network), filled, true, words));
        return table.page(asking, words.say("registration.person.edit"), "registration/person-edit", faults, form);
    }
}
