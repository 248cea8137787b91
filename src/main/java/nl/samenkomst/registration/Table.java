package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;

/**
 * What every page of the workspace about people has in hand, and what stands round it.
 *
 * @param letters with what the subjects of letters to one person begin, those of other rooms too; the registration's id follows
 */
public record Table(
        Pool pool,
        EventSources sources,
        Registrations registrations,
        Outbox outbox,
        List<String> letters,
        Clock clock) {

    /**
     * A page: its bars on top, what is wrong with the form on it, and what is its own.
     *
     * @param head of the event that it is about
     */
    record Page(DeskTop top, EventTop head, Optional<FormShown.Wrong> wrong, Object body) {}

    /** Who asks, and about which event. */
    record Asking(Visit visit, Caller caller, Event event) {

        Words words() {
            return Workspace.words(caller, visit);
        }

        /** A path under the event's list of people. */
        String path(String end) {
            return EventTop.Page.PEOPLE.of(event) + end;
        }

        /** What a form that is posted to this path must bear. */
        String token(String path) {
            return caller.formToken(visit.links(), path);
        }
    }

    /** The pages of staff about people, and their calls. */
    public List<Feature> desks() {
        return List.of(
                new PeopleDesk(this),
                new NewcomerDesk(this),
                new PersonDesk(this),
                new EditDesk(this),
                new PaperDesk(this),
                new CsvDesk(this),
                new RegistrationApi(pool, sources, registrations));
    }

    StaffDeeds deeds() {
        return new StaffDeeds(registrations);
    }

    PeopleStore people() {
        return new PeopleStore(pool, letters);
    }

    /** Notes that something of it was read or taken out. */
    Future<Void> note(Asking asking, String verb, String object) {
        return new AuditStore(pool).note(asking.caller(), verb, object);
    }

    Future<Reply> page(Asking asking, String title, String template, Object body) {
        return page(asking, title, template, List.of(), body);
    }

    /** The page again, with what is wrong on top of it, where anything is. */
    Future<Reply> page(Asking asking, String title, String template, List<Fault> faults, Object body) {
        var words = asking.words();
        var wrong = Optional.of(faults).filter(some -> !some.isEmpty()).map(some -> (FormShown.Wrong)
                FormShown.Wrong.of("registration.needs.wrong", some, words).model());
        var said = wrong.isPresent() ? words.say("frame.fault", title) : title;
        return EventTop.read(
                        pool,
                        sources.formats(),
                        asking.event(),
                        asking.caller(),
                        asking.visit(),
                        EventTop.Page.PEOPLE,
                        clock.instant())
                .map(head -> Reply.page(
                                Workspace.frame(asking.caller(), said),
                                template,
                                new Page(
                                        Workspace.top(asking.caller(), asking.visit(), Workspace.Part.EVENTS),
                                        head,
                                        wrong,
                                        body))
                        .status(wrong.isPresent() ? 422 : 200)
                        .personal());
    }
}
