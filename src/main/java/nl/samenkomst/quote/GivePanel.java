package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;
import nl.samenkomst.survey.Sent;
import nl.samenkomst.survey.Survey;
import nl.samenkomst.survey.SurveyStore;

/** Asks who has just answered whether their words may be used: a second form, apart from the answers. */
public final class GivePanel implements Panel<Sent> {

    private static final int ORDER = 10;

    private final SqlClient sql;

    /** @param sql the pool */
    public GivePanel(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Map<Sent, Shown>> on(List<Sent> things, Visit visit) {
        var sent = things.get(0);
        return door(sent, visit).map(door -> door.map(open -> Map.of(sent, shown(open, sent, words(open, visit))))
                .orElse(Map.of()));
    }

    private Future<Optional<Door>> door(Sent sent, Visit visit) {
        return sent.registration().isPresent()
                ? new RegistrationStore(sql)
                        .find(sent.registration().get())
                        .map(found -> found.map(guest -> Door.of(visit, sent.event(), guest)))
                : new SurveyStore(sql).ofEvent(sent.event().id()).map(found -> found.flatMap(Survey::code)
                        .map(code -> Door.of(sent.event(), code)));
    }

    private static Words words(Door door, Visit visit) {
        return visit.site()
                .languages()
                .in(door.guest()
                        .map(Registration::language)
                        .map(tag -> visit.language(List.of(tag)))
                        .orElseGet(visit::language));
    }

    private static Shown shown(Door door, Sent sent, Words words) {
        return new Shown(ORDER, "sent", "quote/give", GiveForm.of(door, door.form(sent.words()), words));
    }
}
