package nl.samenkomst.recap;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Where the recap of a gathering is written, looked at beforehand, published and taken back. */
final class RecapDesk implements Feature {

    static final String PATH = "/organise/events/:event/recap";

    private final RecapDeskPage page;
    private final RecapReading reading;
    private final Recaps recaps;

    RecapDesk(RecapDeskPage page, RecapReading reading, Recaps recaps) {
        this.page = page;
        this.reading = reading;
        this.recaps = recaps;
    }

    @Override
    public void mount(Site site) {
        var writing = Staff.of(EventTarget.EVENT, Role.FACILITATOR);
        site.get(PATH, writing, (visit, one) -> page.shown(visit, one, Optional.empty()));
        site.post(PATH, writing, RecapForm.BODY, this::sent);
        site.get(PATH + "/preview", writing, this::preview);
        site.post(PATH + "/take-back", writing, this::takeBack);
    }

    private Future<Reply> sent(Visit visit, Admitted<Event> one) {
        return reading.draft(one.thing())
                .compose(from -> act(visit, one, from))
                .recover(failure -> page.again(
                        visit, one, failure, RecapDeskPage.WORDS, visit.body().json()));
    }

    private Future<Reply> act(Visit visit, Admitted<Event> one, RecapReading.Gathered from) {
        var faults = new Faults();
        var event = one.thing();
        var typed = RecapForm.read(
                visit.body(),
                RecapSheet.languages(event, one.caller().organisation()),
                RecapSheet.made(event, from, visit.site().languages()),
                faults);
        faults.refuse();
        return switch (visit.body().text("do").orElse("save")) {
            case "publish" -> recaps.publish(one.caller(), event, typed).map(done -> to(event, "?done=published"));
            case "look" -> recaps.save(one.caller(), event, typed).map(done -> to(event, "/preview"));
            default -> recaps.save(one.caller(), event, typed).map(done -> to(event, "?done=saved"));
        };
    }

    static Reply to(Event event, String more) {
        return Reply.seeOther(EventTop.Page.RECAP.of(event) + more).personal();
    }

    /** As strangers will see it. */
    private Future<Reply> preview(Visit visit, Admitted<Event> one) {
        return reading.draft(one.thing())
                .map(from -> RecapPages.page(visit, one.thing(), from, RecapDeskPage.staffAddresses(one.thing()))
                        .personal());
    }

    private Future<Reply> takeBack(Visit visit, Admitted<Event> one) {
        return recaps.takeBack(one.caller(), one.thing()).map(done -> to(one.thing(), "?done=taken-back"));
    }
}
