package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenkomst.event.EventFilter;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Programme;

/** Puts one form for all sessions on a programme's page, fresh or with what was typed into it. */
public final class ProgrammeSheet implements Panel<Programme> {

    private final EventSources sources;
    private final PublicAgenda agenda;
    private final Clock clock;

    public ProgrammeSheet(EventSources sources, PublicAgenda agenda, Clock clock) {
        this.sources = sources;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** What can be chosen now, and in whose words it is told. */
    record Offer(Housed housed, List<Session> open, String language, Words words) {}

    Future<Offer> offer(Visit visit, Programme programme) {
        var housed = sources.networks().of(programme.network());
        var found = agenda.coming(EventFilter.publicly().inProgramme(programme.id()));
        return Future.all(housed, found).map(both -> {
            var language = visit.language(housed.result().organisation().languages());
            var words = visit.site().languages().in(language);
            var open = Session.open(found.result(), housed.result(), sources, words, clock.instant());
            return new Offer(housed.result(), open, language, words);
        });
    }

    @Override
    public Future<Map<Programme, Shown>> on(List<Programme> programmes, Visit visit) {
        var shown = programmes.stream()
                .map(programme -> offer(visit, programme)
                        .map(offer -> Map.entry(programme, shown(programme, offer, Filled.NOTHING))))
                .toList();
        return Future.all(shown).map(all -> shown.stream()
                .map(Future::result)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The form as it was typed, below what is wrong with it. */
    List<Shown> again(Programme programme, Offer offer, ProgrammeForm form, List<Fault> wrong) {
        var filled = Filled.typed(form.body().json(), wrong, offer.words());
        return List.of(FormShown.Wrong.of(wrong, offer.words()), shown(programme, offer, filled));
    }

    private static Shown shown(Programme programme, Offer offer, Filled filled) {
        return new Shown(
                0,
                "sheet",
                "registration/programme",
                ProgrammeShown.of(programme, offer.open(), filled, offer.words()));
    }
}
