package nl.samenkomst;

import java.util.List;
import nl.samenkomst.calendar.InviteLetters;
import nl.samenkomst.calendar.LetterPreviews;
import nl.samenkomst.calendar.Occasions;
import nl.samenkomst.event.EditEventDesk;
import nl.samenkomst.event.EventDeeds;
import nl.samenkomst.event.EventDesk;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.Events;
import nl.samenkomst.event.EventsDesk;
import nl.samenkomst.event.NewEventDesk;
import nl.samenkomst.event.PreviewDesk;
import nl.samenkomst.event.StatusDesk;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.registration.LastSeated;
import nl.samenkomst.registration.Registrations;

/** The wiring of the pages that events are planned on. */
record PlanningRoom(
        House house,
        Events planning,
        EventShelf shelf,
        EventPages shown,
        Occasions occasions,
        Registrations registrations) {

    /** In the order of mounting: what is new is not an event of that name. */
    List<Feature> pages() {
        var pool = house.pool();
        var clock = house.clock();
        var formats = house.formats();
        var deeds = new EventDeeds(pool, planning, shelf);
        var letters = letters();
        return List.of(
                new EventsDesk(pool, formats, clock),
                new NewEventDesk(deeds, formats, house.providers(), clock),
                new EventDesk(pool, formats, clock),
                new EditEventDesk(deeds, formats, house.providers(), letters, new LastSeated(pool), clock),
                new PreviewDesk(shown, letters),
                new StatusDesk(pool, deeds, formats, clock));
    }

    private LetterPreviews letters() {
        var furniture = house.furniture();
        return new LetterPreviews(
                new InviteLetters.Means(
                        furniture.letters(),
                        furniture.renderer().languages(),
                        Answers.correspondence(house),
                        occasions,
                        registrations::find),
                house.clock());
    }
}
