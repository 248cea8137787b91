package nl.samenkomst.event;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Markdown;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.ProgrammeTarget;

/** A programme's public page: its sessions, and one form for any of them. */
public final class ProgrammePages implements Feature {

    private final PublicAgenda agenda;
    private final EventSources sources;
    private final List<Panel<Programme>> panels;
    private final Clock clock;

    /** What the page shows. */
    record ProgrammeShown(
            String slug,
            String networkSlug,
            String networkName,
            String title,
            String summary,
            CharSequence description,
            List<EventRow> rows,
            List<Shown> faults,
            List<Shown> sheets) {}

    public ProgrammePages(PublicAgenda agenda, EventSources sources, List<Panel<Programme>> panels, Clock clock) {
        this.agenda = agenda;
        this.sources = sources;
        this.panels = List.copyOf(panels);
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/programmes/:programme", Anyone.visiting(ProgrammeTarget.PROGRAMME), this::show);
    }

    private Future<Reply> show(Visit visit, Programme programme) {
        var asked = panels.stream()
                .map(panel -> panel.on(List.of(programme), visit))
                .toList();
        return Future.all(asked)
                .compose(done -> shown(
                        visit,
                        programme,
                        asked.stream()
                                .map(answer -> answer.result().get(programme))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    /** The programme's page with these panels instead of the usual ones: a form that needs another look. */
    public Future<Reply> shown(Visit visit, Programme programme, List<Shown> given) {
        var housed = sources.networks().of(programme.network());
        var sessions = agenda.coming(EventFilter.publicly().inProgramme(programme.id()));
        return Future.all(housed, sessions)
                .map(both -> page(visit, programme, housed.result(), sessions.result(), given));
    }

    private Reply page(
            Visit visit, Programme programme, Housed housed, PublicAgenda.Gatherings sessions, List<Shown> given) {
        var frame = housed.frame(Optional.empty(), programme.title());
        var words = visit.site().languages().in(visit.language(frame.languages()));
        var model = new ProgrammeShown(
                programme.slug(),
                housed.network().slug(),
                housed.network().name(),
                programme.title(),
                programme.summary(),
                Markdown.html(programme.description()),
                rows(sessions, housed, words),
                EventShown.at("faults", given),
                EventShown.at("sheet", given));
        var titled = model.faults().isEmpty() ? frame : frame.titled(words.say("frame.fault", frame.title()));
        return Reply.page(titled, "event/programme", model);
    }

    private List<EventRow> rows(PublicAgenda.Gatherings sessions, Housed housed, Words words) {
        return sessions.events().stream()
                .map(event -> EventRow.of(
                        event,
                        new EventRow.Ingredients(
                                words,
                                housed.network(),
                                sources.formats().find(event.format()),
                                sessions.of(event),
                                clock.instant())))
                .toList();
    }
}
