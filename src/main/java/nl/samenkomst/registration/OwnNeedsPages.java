package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** The form behind the own page on which somebody changes or erases what they need, as long as the gathering has not begun. */
final class OwnNeedsPages implements Feature {

    private static final String ACTION = "needs";
    private static final String PATH = "/registrations/:token/" + ACTION;

    private final SqlClient sql;
    private final OwnPages own;
    private final Registrations registrations;

    /** What the form shows. */
    record Page(String path, String token, Optional<FormShown.Wrong> wrong, List<PersonShown.QuestionShown> needs) {}

    OwnNeedsPages(OwnPages own, Registrations registrations) {
        this.sql = own.sql();
        this.own = own;
        this.registrations = registrations;
    }

    @Override
    public void mount(Site site) {
        var holder = Holder.of(OwnTarget.OWN);
        site.get(PATH, holder, this::form);
        site.post(PATH, holder, this::change);
    }

    private Future<Reply> form(Visit visit, Registration one) {
        return open(visit, one)
                .compose(view -> new NeedStore(sql).of(one.id()).map(needs -> page(view, known(needs), new Faults())));
    }

    private static Filled known(List<Need> needs) {
        var values = new JsonObject();
        needs.forEach(need -> values.put(need.kind().code(), need.text()));
        return Filled.known(new JsonObject().put(NeedSheet.FIELD, values));
    }

    private Future<Reply> change(Visit visit, Registration one) {
        OwnLinks.check(visit, ACTION);
        return open(visit, one).compose(view -> {
            var fields = Fields.of(visit.body());
            var needs = NeedSheet.read(fields, view.event().asksNeeds());
            return fields.faults().none()
                    ? registrations.need(one, needs).map(done -> OwnPages.back(visit, one, ACTION))
                    : Future.succeededFuture(page(
                                    view,
                                    Filled.typed(
                                            visit.body().json(), fields.faults().list(), view.words()),
                                    fields.faults())
                            .status(422));
        });
    }

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

    private static Reply page(OwnView view, Filled filled, Faults faults) {
        var words = view.words();
        var wrong = Optional.of(faults)
                .filter(some -> !some.none())
                .map(some -> (FormShown.Wrong) FormShown.Wrong.of("registration.needs.wrong", some.list(), words)
                        .model());
        var title = words.say("registration.needs.title");
        return Reply.page(
                        OwnPages.frame(view).titled(wrong.isPresent() ? words.say("frame.fault", title) : title),
                        "registration/own-needs-form",
                        new Page(view.path(), view.formToken(ACTION), wrong, PersonShown.needs(filled, words)))
                .personal();
    }
}
