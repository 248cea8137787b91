package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;

/** What is done to several people at once, who were chosen from the list: first it is shown whom it touches, then it is done. */
final class ChosenDesk {

    private final Table table;
    private final RoundDesk letters;

    ChosenDesk(Table table) {
        this.table = table;
        this.letters = new RoundDesk(table);
    }

    Future<Reply> act(Visit visit, Admitted<Event> admitted) {
        var asking = new Table.Asking(visit, admitted.caller(), admitted.thing());
        var body = visit.body();
        var chosen = Chosen.of(body);
        var wish = body.text("do").orElse("");
        if (chosen.nobody()) {
            return Future.succeededFuture(back(asking, "none", 0));
        }
        if (wish.equals("mail")) {
            return letters.fresh(asking, chosen);
        }
        var deed = Deed.named(wish).orElseThrow(() -> Refusal.of(422, "deed", "registration.people.deed"));
        return new RoundStore(table.pool())
                .people(asking.event().id(), chosen.ids())
                .compose(people ->
                        body.text("sure").isPresent() ? carryOut(asking, people, deed) : shown(asking, people, deed));
    }

    Future<Reply> write(Visit visit, Admitted<Event> admitted) {
        return letters.write(new Table.Asking(visit, admitted.caller(), admitted.thing()));
    }

    private Future<Reply> shown(Table.Asking asking, List<Registration> people, Deed deed) {
        if (people.isEmpty()) {
            throw new NotFound("registration");
        }
        return table.deeds()
                .rehearsed(asking.event(), ids(people), deed)
                .map(effect -> DeedShown.of(
                        asking.path(""),
                        asking.path(""),
                        asking,
                        deed,
                        people,
                        Optional.of(effect),
                        Optional.empty(),
                        Optional.empty()))
                .recover(failure -> failure instanceof Refusal refused
                        ? Future.succeededFuture(refused(asking, people, deed, refused))
                        : Future.failedFuture(failure))
                .compose(shown -> table.page(asking, shown.title(), "registration/person-deed", shown)
                        .map(page -> page.status(shown.refused().isPresent() ? 409 : 200)));
    }

    private static DeedShown refused(Table.Asking asking, List<Registration> people, Deed deed, Refusal why) {
        return DeedShown.of(
                asking.path(""),
                asking.path(""),
                asking,
                deed,
                people,
                Optional.empty(),
                Optional.of(why),
                Optional.empty());
    }

    private Future<Reply> carryOut(Table.Asking asking, List<Registration> people, Deed deed) {
        return table.deeds()
                .carryOut(asking.caller(), asking.event().id(), ids(people), deed)
                .map(done -> back(asking, deed == Deed.CANCEL ? "cancelled" : "moved", people.size()))
                .recover(failure ->
                        failure instanceof Refusal ? shown(asking, people, deed) : Future.failedFuture(failure));
    }

    private static List<UUID> ids(List<Registration> people) {
        return people.stream().map(Registration::id).toList();
    }

    static Reply back(Table.Asking asking, String news, int number) {
        return Reply.seeOther(asking.path("?done=" + news + "&number=" + number))
                .personal();
    }
}
