package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.SeatStore;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Who comes to one event: a list to search, narrow and sort by its address, and what is done to those who are chosen from it. */
final class PeopleDesk implements Feature {

    private static final String PATH = "/organise/events/:event/people";
    private static final String NEWS = "added|moved|cancelled|sent|none";

    private final Table table;
    private final ChosenDesk chosen;

    PeopleDesk(Table table) {
        this.table = table;
        this.chosen = new ChosenDesk(table);
    }

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::list);
        site.post(PATH, Staff.of(EventTarget.EVENT, Role.ORGANISER), chosen::act);
        site.post(PATH + "/mail", Staff.of(EventTarget.EVENT, Role.ORGANISER), chosen::write);
    }

    private Future<Reply> list(Visit visit, Admitted<Event> admitted) {
        var asking = new Table.Asking(visit, admitted.caller(), admitted.thing());
        var filter = PeopleFilter.of(visit::query);
        return read(asking.event(), filter).compose(read -> {
            var words = asking.words();
            var shown = PeopleShown.of(asking, filter, read, news(visit, asking));
            return table.page(
                    asking,
                    words.say("registration.people.title", asking.event().title()),
                    "registration/people",
                    shown);
        });
    }

    private Future<PeopleShown.Read> read(Event event, PeopleFilter filter) {
        var page = table.people().page(event.id(), filter);
        var count = table.people().count(event.id());
        var seats = new SeatStore(table.pool()).of(List.of(event.id()));
        return Future.all(page, count, seats)
                .map(all -> new PeopleShown.Read(
                        page.result(), count.result(), seats.result().getOrDefault(event.id(), List.of())));
    }

    /** What was just done, and to how many. */
    private static Optional<String> news(Visit visit, Table.Asking asking) {
        var number = visit.query("number")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .orElse(1);
        return visit.query("done").filter(done -> done.matches(NEWS)).map(done -> asking.words()
                .say("registration.people.news." + done, number));
    }
}
