package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Area;

/** The forms behind a participant's own page: other answers, and a colleague who shares the address. */
public final class OwnFormPages implements Feature {

    private final OwnPages own;
    private final Registrations registrations;
    private final Entrance entrance;
    private final Ids ids;

    /**
     * A form behind the own page.
     *
     * @param action the last part of its path
     * @param ways for a colleague, who chooses anew
     * @param tongues the languages to be written to in; empty for a colleague
     */
    record OwnForm(
            String path,
            String action,
            String token,
            String title,
            String lead,
            String button,
            Optional<FormShown.Wrong> wrong,
            Optional<WaysShown> ways,
            PersonShown person,
            List<Tongue> tongues) {}

    /** A language to choose. */
    record Tongue(String tag, String name, boolean chosen) {}

    /** A form as it came, with what is wrong with it. */
    private record Sent(JsonObject values, Faults faults) {

        static final Sent NOTHING = new Sent(new JsonObject(), new Faults());
    }

    public OwnFormPages(OwnPages own, Registrations registrations, Entrance entrance, Ids ids) {
        this.own = own;
        this.registrations = registrations;
        this.entrance = entrance;
        this.ids = ids;
    }

    @Override
    public void mount(Site site) {
        var holder = Holder.of(OwnTarget.OWN);
        site.get("/registrations/:token/answers", holder, (visit, one) -> open(visit, one)
                .map(view -> answers(view, Optional.empty())));
        site.post("/registrations/:token/answers", holder, this::changeAnswers);
        site.get("/registrations/:token/colleague", holder, (visit, one) -> open(visit, one)
                .map(view -> colleague(view, Sent.NOTHING)));
        site.post("/registrations/:token/colleague", holder, this::bringColleague);
        new OwnNeedsPages(own, registrations).mount(site);
    }

    /** These forms are there for who is registered for what has not begun. */
    private Future<OwnView> open(Visit visit, Registration one) {
        return own.view(visit, one).map(view -> {
            if (view.one().cancelled()) {
                throw Registrations.notRegistered();
            }
            if (view.event().phase(view.now()) != Event.Phase.COMING) {
                throw Outcome.Why.PAST.refusal();
            }
            return view;
        });
    }

    private Future<Reply> changeAnswers(Visit visit, Registration one) {
        OwnLinks.check(visit, "answers");
        return open(visit, one).compose(view -> {
            var fields = Fields.of(visit.body()).only(Telling.FIELDS);
            var details = Telling.read(fields, asks(view), one.language());
            if (!fields.faults().none()) {
                return Future.succeededFuture(
                        answers(view, Optional.of(new Sent(values(visit.body()), fields.faults())))
                                .status(422));
            }
            return registrations.tell(one, details).map(told -> OwnPages.back(visit, one, "answers"));
        });
    }

    private Future<Reply> bringColleague(Visit visit, Registration one) {
        OwnLinks.check(visit, "colleague");
        return open(visit, one).compose(view -> {
            var form = RegistrationForm.read(withAddress(visit.body(), one), view.event(), asks(view), one.language());
            if (!form.complete()) {
                return Future.succeededFuture(colleague(view, new Sent(values(visit.body()), form.faults()))
                        .status(422));
            }
            return entrance.enter(visit, colleague(one, form)).map(outcome -> {
                if (outcome instanceof Outcome.Refused refused) {
                    throw refused.why().refusal();
                }
                return OwnPages.back(visit, one, "colleague");
            });
        });
    }

    /** The colleague is written to at this person's address. */
    private static Body withAddress(Body body, Registration one) {
        var address = one.email().orElseThrow(() -> Refusal.of(409, "no-address", "registration.own.noAddress"));
        return new Body(body.json().copy().put("email", address), body.typed());
    }

    private Arrival colleague(Registration one, RegistrationForm form) {
        var arrival = new Arrival(
                ids.timed(),
                one.organisation(),
                one.event(),
                one.email().flatMap(EmailAddress::typed),
                true,
                form.details(),
                form.attendance().orElseThrow(),
                form.wantsOther(),
                true,
                Optional.empty());
        return arrival.needing(form.needs());
    }

    private Reply answers(OwnView view, Optional<Sent> sent) {
        var words = view.words();
        var filled = sent.map(
                        again -> Filled.typed(again.values(), again.faults().list(), words))
                .orElseGet(() -> Filled.known(known(view)));
        var wrong = sent.map(again -> FormShown.Wrong.of(again.faults().list(), words))
                .map(panel -> (FormShown.Wrong) panel.model());
        var chosen = filled.text("language");
        var tongues = Languages.TAGS.stream()
                .map(tag -> new Tongue(tag, Languages.ownName(tag), tag.equals(chosen)))
                .toList();
        var person = PersonShown.of(asks(view).withoutNeeds(), filled, true, words);
        return page(view, "answers", wrong, Optional.empty(), person, tongues);
    }

    private Reply colleague(OwnView view, Sent sent) {
        var words = view.words();
        var filled = Filled.typed(sent.values(), sent.faults().list(), words);
        var wrong = Optional.of(sent).filter(again -> !again.faults().none()).map(again -> (FormShown.Wrong)
                FormShown.Wrong.of(again.faults().list(), words).model());
        var facts = EventFacts.of(
                view.event(), view.known().housed().network(), view.known().format(), words);
        var ways = WaysShown.of(view.event(), facts, view.known().seats(), filled, words);
        return page(
                view,
                "colleague",
                wrong,
                Optional.of(ways),
                PersonShown.of(asks(view), filled, true, words),
                List.of());
    }

    private static Reply page(
            OwnView view,
            String action,
            Optional<FormShown.Wrong> wrong,
            Optional<WaysShown> ways,
            PersonShown person,
            List<Tongue> tongues) {
        var words = view.words();
        var base = "registration.own." + action;
        var title = words.say(base + ".title");
        var form = new OwnForm(
                view.path(),
                action,
                view.formToken(action),
                title,
                words.say(base + ".lead"),
                words.say(base + ".button"),
                wrong,
                ways,
                person,
                tongues);
        return Reply.page(
                        OwnPages.frame(view).titled(wrong.isPresent() ? words.say("frame.fault", title) : title),
                        "registration/own-form",
                        form)
                .personal();
    }

    private static Asks asks(OwnView view) {
        return FormSheet.asks(view.event(), view.known(), view.words());
    }

    private static JsonObject values(Body body) {
        return body.json();
    }

    /** What they told before, as the form's fields. */
    private static JsonObject known(OwnView view) {
        var one = view.one();
        var values = new JsonObject().put("language", one.language()).put("answers", one.answers());
        one.name().ifPresent(name -> values.put("name", name));
        one.organisationName().ifPresent(name -> values.put("organisation", name));
        one.sector().ifPresent(code -> values.put("sector", code));
        one.area()
                .flatMap(view.known().housed().network()::area)
                .map(Area::slug)
                .ifPresent(slug -> values.put("area", slug));
        return values;
    }
}
